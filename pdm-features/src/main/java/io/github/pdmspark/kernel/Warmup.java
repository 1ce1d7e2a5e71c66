package io.github.pdmspark.kernel;

/** Whether the visible readings reach back far enough and fill the windows well enough. */
final class Warmup {

    private final MachineTiles tiles;
    private final double minimumCoverage;

    Warmup(MachineTiles tiles, double minimumCoverage) {
        this.tiles = tiles;
        this.minimumCoverage = minimumCoverage;
    }

    FeatureStatus status() {
        if (tiles.firstVisibleReading() == Long.MAX_VALUE) {
            return FeatureStatus.NO_TELEMETRY;
        }
        for (MachineWindow window : tiles.windows()) {
            if (window.start() < tiles.firstVisibleReading()) {
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
            double share = Math.min(1, window.readings() / window.expected());
            least = Double.isNaN(least) ? share : Math.min(least, share);
            empty = empty && window.readings() == 0;
        }
        return empty ? 0 : least;
    }

    private boolean hasSamplingPeriod() {
        return !tiles.windows().isEmpty()
                && !Double.isNaN(tiles.windows().get(0).expected());
    }
}
