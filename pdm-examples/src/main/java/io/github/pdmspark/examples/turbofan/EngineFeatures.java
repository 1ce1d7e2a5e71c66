package io.github.pdmspark.examples.turbofan;

import static io.github.pdmspark.examples.turbofan.EngineFiles.CYCLE;

import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.RegimeFit;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is computed from the cycles so far; sensors as deviations from what is usual in their operating regime. */
record EngineFeatures(RegimeNormalisation regimes, List<String> sensors) {

    /** Longer than any engine runs: a window of the whole life. */
    private static final Duration LIFE = cycles(1_000);

    /** A sensor that moves less than this does not move. */
    private static final double STILL = 1e-6;

    /** Fitted on engines that train; sensors that never move are left out. Runs three Spark jobs. */
    static EngineFeatures fit(FleetHistory training, int regimes) {
        RegimeNormalisation found = RegimeFit.on(
                training, TimeRange.from(Instant.EPOCH), EngineFiles.SETTINGS, EngineFiles.SENSORS, regimes);
        List<String> moving = EngineFiles.SENSORS.stream()
                .filter(sensor -> moves(found, EngineFiles.SENSORS.indexOf(sensor)))
                .toList();
        return new EngineFeatures(found, moving);
    }

    private static boolean moves(RegimeNormalisation normalisation, int sensor) {
        for (Regime regime : normalisation.regimes()) {
            if (regime.deviations().get(sensor) > STILL) {
                return true;
            }
        }
        return false;
    }

    // region features
    FeaturePipeline pipeline() {
        String[] moving = sensors.toArray(String[]::new);
        return FeaturePipeline.builder()
                .every(CYCLE)
                .rolling(Statistic.MEAN)
                .on(moving)
                .over(cycles(10), cycles(30), LIFE)
                .rolling(Statistic.SLOPE)
                .on(moving)
                .over(cycles(50), LIFE)
                .rolling(Statistic.COUNT)
                .on(moving[0])
                .over(LIFE)
                .normalised(regimes)
                .build();
    }
    // endregion

    static Duration cycles(int count) {
        return CYCLE.multipliedBy(count);
    }
}
