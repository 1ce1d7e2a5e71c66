package io.github.pdmspark.publication;

import java.time.Clock;
import java.time.Duration;

/** How a published table keeps house. */
record TableSettings(int keptVersions, Duration abandonedAge, Clock clock) {

    private static final int TEN = 10;

    static TableSettings standard() {
        return new TableSettings(TEN, Duration.ofHours(24), Clock.systemUTC());
    }

    TableSettings keeping(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A published table keeps 1 version or more, not " + count + ".");
        }
        return new TableSettings(count, abandonedAge, clock);
    }

    TableSettings abandonedAfter(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("The age of left-overs (" + age + ") must not be negative.");
        }
        return new TableSettings(keptVersions, age, clock);
    }

    TableSettings clock(Clock newClock) {
        return new TableSettings(keptVersions, abandonedAge, newClock);
    }
}
