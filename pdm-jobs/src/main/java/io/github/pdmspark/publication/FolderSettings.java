package io.github.pdmspark.publication;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** How something published keeps house. */
record FolderSettings(int keptVersions, Duration abandonedAge, Clock clock, Consumer<PublishStep> watcher) {

    private static final int TEN = 10;

    static FolderSettings standard() {
        return new FolderSettings(TEN, Duration.ofHours(24), Clock.systemUTC(), step -> {});
    }

    FolderSettings keeping(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A published table or folder keeps 1 version or more, not " + count + ".");
        }
        return new FolderSettings(count, abandonedAge, clock, watcher);
    }

    FolderSettings abandonedAfter(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("The age of left-overs (" + age + ") must not be negative.");
        }
        return new FolderSettings(keptVersions, age, clock, watcher);
    }

    FolderSettings clock(Clock newClock) {
        return new FolderSettings(keptVersions, abandonedAge, newClock, watcher);
    }

    FolderSettings watchedBy(Consumer<PublishStep> listener) {
        return new FolderSettings(keptVersions, abandonedAge, clock, listener);
    }
}
