package io.github.pdmspark.publication;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** How a published table keeps house. */
record TableSettings(int keptVersions, Duration abandonedAge, Clock clock, Consumer<PublishStep> watcher) {

    private static final int TEN = 10;

    static TableSettings standard() {
        return new TableSettings(TEN, Duration.ofHours(24), Clock.systemUTC(), step -> {});
    }

    TableSettings keeping(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A published table keeps 1 version or more, not " + count + ".");
        }
        return new TableSettings(count, abandonedAge, clock, watcher);
    }

    TableSettings abandonedAfter(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("The age of left-overs (" + age + ") must not be negative.");
        }
        return new TableSettings(keptVersions, age, clock, watcher);
    }

    TableSettings clock(Clock newClock) {
        return new TableSettings(keptVersions, abandonedAge, newClock, watcher);
    }

    TableSettings watchedBy(Consumer<PublishStep> listener) {
        return new TableSettings(keptVersions, abandonedAge, clock, listener);
    }
}
