package io.github.pdmspark.leakage;

import io.github.pdmspark.fleet.FleetHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The true history and its changed ones, each built once. */
final class ChangedHistories {

    private final FleetHistory history;
    private final long seed;
    private final Map<Key, FleetHistory> built = new HashMap<>();

    ChangedHistories(FleetHistory history, long seed) {
        this.history = history;
        this.seed = seed;
    }

    FleetHistory unchanged() {
        return history;
    }

    FleetHistory from(Instant cut, FutureChange change) {
        return built.computeIfAbsent(new Key(cut, change), key -> new ChangedFuture(history, change, seed).from(cut));
    }

    private record Key(Instant cut, FutureChange change) {}
}
