package io.github.pdmspark.kernel;

/** Whether the visible readings reach back far enough and fill the windows well enough. */
final class Warmup {

    private final RollingPlan plan;
    private final MachineTiles tiles;
    private final double minimumCoverage;

    Warmup(RollingPlan plan, MachineTiles tiles, double minimumCoverage) {
        this.plan = plan;
        this.tiles = tiles;
        this.minimumCoverage = minimumCoverage;
    }

    FeatureStatus status(long asOf) {
        if (tiles.firstVisibleReading() == Long.MAX_VALUE) {
            return FeatureStatus.NO_TELEMETRY;
        }
        if (asOf - tiles.firstVisibleReading() < plan.longestWindow()) {
            return FeatureStatus.INSUFFICIENT_HISTORY;
        }
        double least = hasSamplingPeriod() ? minimumCoverage : Double.MIN_VALUE;
        return coverage() < least ? FeatureStatus.LOW_COVERAGE : FeatureStatus.OK;
    }

    /** Without a sampling period a share is not defined, but a longest window without a reading has coverage 0. */
    double coverage() {
        double least = Double.NaN;
        for (int i = 0; i < plan.windows().size(); i++) {
            double share = share(i);
            least = Double.isNaN(least) ? share : Math.min(least, share);
        }
        return least;
    }

    private double share(int window) {
        double readings = tiles.window(window)[StateLayout.READINGS];
        if (hasSamplingPeriod()) {
            return Math.min(1, readings / plan.expected().get(window));
        }
        boolean longest = window == plan.windows().size() - 1;
        return longest && readings == 0 ? 0 : Double.NaN;
    }

    private boolean hasSamplingPeriod() {
        return !plan.expected().isEmpty() && !Double.isNaN(plan.expected().get(0));
    }
}
