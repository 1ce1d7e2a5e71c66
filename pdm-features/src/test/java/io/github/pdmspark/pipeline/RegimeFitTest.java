package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three regimes of altitude and speed; heat is 100 per regime, with noise of 2, and wild after the training range. */
@ExtendWith(LocalSpark.class)
@TestInstance(Lifecycle.PER_CLASS)
class RegimeFitTest {

    private static final long HOUR = Micros.of(Duration.ofHours(1));
    private static final long BEGIN = Micros.of(UtcText.instant("2015-03-07T00:00"));
    private static final int TRAINED = 600;
    private static final TimeRange TRAINING = TimeRange.of("2015-03-07T00:00", "2015-04-01T00:00");
    private static final List<String> SETTINGS = List.of("altitude", "speed");
    private static final List<String> HEAT = List.of("heat");

    private final SparkSession spark;

    RegimeFitTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void regimesOfTheTrainingRangeAreFound() {
        RegimeNormalisation found = fit(history(rows -> rows, 600));

        List<Regime> regimes = found.regimes().stream()
                .sorted(Comparator.comparing(regime -> regime.centre().get(0)))
                .toList();
        for (int i = 0; i < 3; i++) {
            assertThat(regimes.get(i).centre().get(0)).isCloseTo(10_000 * i, within(200.0));
            assertThat(regimes.get(i).centre().get(1)).isCloseTo(0.2 * i, within(0.01));
            assertThat(regimes.get(i).means().get(0)).isCloseTo(100 * i, within(1.0));
            assertThat(regimes.get(i).deviations().get(0)).isCloseTo(2, within(0.4));
        }
    }

    @Test
    void readingsAfterTheTrainingRangeDoNotMatter() {
        assertThat(fit(history(rows -> rows, 900))).isEqualTo(fit(history(rows -> rows, 600)));
    }

    @Test
    void partitioningDoesNotMatter() {
        FleetHistory shuffled =
                history(rows -> rows.repartition(7, functions.rand(1)).sortWithinPartitions(functions.rand(2)), 900);

        assertThat(fit(shuffled)).isEqualTo(fit(history(rows -> rows.coalesce(1), 900)));
    }

    @Test
    void normalisedFeaturesAreInStandardDeviations() {
        FleetHistory history = history(rows -> rows, 600);
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .on("heat")
                .over(Duration.ofDays(7))
                .normalised(fit(history))
                .build();
        FeatureTable table = pipeline.on(history);

        assertThat(FeatureSpec.fromJson(table.spec().toJson())).isEqualTo(table.spec());
        assertThat(table.explainPlan()).contains("Normalised by 3 regimes of altitude, speed: heat");
        Row last = table.rows()
                .where("feature_status = 'OK'")
                .orderBy(functions.desc("as_of"))
                .head();
        assertThat(last.<Double>getAs("heat_mean_7d")).isCloseTo(0, within(0.4));
        assertThat(last.<Double>getAs("heat_stddev_7d")).isCloseTo(1, within(0.3));
    }

    @Test
    void impossibleRequestsAreRefused() {
        FleetHistory history = history(rows -> rows, 600);

        assertThatThrownBy(() -> RegimeFit.on(history, TRAINING, SETTINGS, HEAT, 0))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> RegimeFit.on(history, TRAINING, SETTINGS, HEAT, 5_000))
                .hasMessageContaining("too few for 5000 regimes");
        assertThatThrownBy(() -> RegimeFit.on(history, TimeRange.from("2018-01-01"), SETTINGS, HEAT, 2))
                .hasMessageContaining("holds no reading");
    }

    private static RegimeNormalisation fit(FleetHistory history) {
        return RegimeFit.on(history, TRAINING, SETTINGS, HEAT, 3);
    }

    private FleetHistory history(UnaryOperator<Dataset<Row>> change, int hours) {
        Random random = new Random(4);
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            int regime = random.nextInt(3);
            long time = BEGIN + hour * HOUR;
            double heat = 100 * regime + 2 * random.nextGaussian();
            readings.add(new Reading(
                    "a",
                    time,
                    time,
                    List.of(
                            10_000.0 * regime + 20 * random.nextGaussian(),
                            0.2 * regime + 0.001 * random.nextGaussian(),
                            hour < TRAINED ? heat : 1e6)));
        }
        Fleet fleet = new Fleet(List.of("altitude", "speed", "heat"), readings, List.of(), List.of(), List.of());
        return new FleetTables(spark, fleet, change)
                .history(Optional.of(Duration.ofHours(1)))
                .build();
    }
}
