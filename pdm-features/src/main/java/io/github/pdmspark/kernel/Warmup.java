package io.github.pdmspark.kernel;

/** Whether the visible readings reach back far enough and fill the windows well enough, as far as the machine was at work. */
final class Warmup {

    private final MachineTiles tiles;
    private final SuspendedTime suspended;
    private final double minimumCoverage;

    Warmup(MachineTiles tiles, SuspendedTime suspended, double minimumCoverage) {
        this.tiles = tiles;
        this.suspended = suspended;
        this.minimumCoverage = minimumCoverage;
    }

    FeatureStatus status(long asOf) {
        if (suspended.isKnownAt(asOf)) {
            return FeatureStatus.SUSPENDED;
        }
        long known = Math.min(tiles.firstVisibleReading(), suspended.firstBefore(asOf));
        if (known == Long.MAX_VALUE) {
            return FeatureStatus.NO_TELEMETRY;
        }
        for (MachineWindow window : tiles.windows()) {
            if (window.start() < known) {
                return FeatureStatus.INSUFFICIENT_HISTORY;
            }
        }
        double least = hasSamplingPeriod() ? minimumCoverage : Double.MIN_VALUE;
        return coverage() < least ? FeatureStatus.LOW_COVERAGE : FeatureStatus.OK;
    }

    /** Without a sampling period a share is not defined, but if no window has a reading, it is 0. */
    double coverage() {
        double least = Double.NaN;
        boolean empty = !tiles.windows().isEmpty();
        for (MachineWindow window : tiles.windows()) {
            double share = window.share(window.readings());
            least = Double.isNaN(least) ? share : Math.min(least, share);
            empty = empty && window.readings() == 0;
        }
        return empty ? 0 : least;
    }

    private boolean hasSamplingPeriod() {
        return !tiles.windows().isEmpty() && tiles.windows().get(0).hasSamplingPeriod();
    }
}
