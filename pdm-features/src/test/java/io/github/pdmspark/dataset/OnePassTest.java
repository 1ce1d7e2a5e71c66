package io.github.pdmspark.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.SmallFleet;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.Micros;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelling in the pass that computes the features is the fast path; joining the two tables is its oracle. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class OnePassTest {

    private static final long HOUR = 3_600_000_000L;
    private static final long START = Micros.of(Instant.parse("2015-03-01T03:00:00Z"));
    private static final List<String> COMPONENTS = List.of("comp1", "comp2", "comp3");
    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(5))
            .rolling(Statistic.COUNT)
            .over(Duration.ofHours(12))
            .build();

    private final SparkSession spark;

    @TempDir
    private Path folder;

    OnePassTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void labelsAreThoseOfTheJoin(long seed) {
        Random random = new Random(seed);
        FleetHistory history = fleet(random).history(spark);
        FailureLabel label = label(random);

        LabelledDataset onePass = LabelledDataset.of(history, PIPELINE, label);
        LabelledDataset joined =
                LabelledDataset.of(PIPELINE.on(history), label.on(history, ObservationGrid.every(Duration.ofHours(5))));

        assertThat(sorted(onePass)).hasSizeGreaterThan(60).isEqualTo(sorted(joined));
        assertThat(onePass.rows().columns()).isEqualTo(joined.rows().columns());
        assertThat(onePass.rows().where("label_status = 'POSITIVE'").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = 5)
    void writtenDatasetIsTheSame(long seed) {
        LabelledDataset dataset = LabelledDataset.of(
                fleet(new Random(seed)).history(spark), PIPELINE, FailureLabel.within(Duration.ofHours(30)));
        assertThat(sorted(dataset.materialized(folder.resolve("dataset").toString())))
                .isEqualTo(sorted(dataset));
    }

    private static List<Row> sorted(LabelledDataset dataset) {
        return dataset.rows().orderBy("machine_id", "as_of").collectAsList();
    }

    private static FailureLabel label(Random random) {
        FailureLabel label = FailureLabel.within(Duration.ofHours(10 + random.nextInt(30)))
                .lead(Duration.ofHours(random.nextInt(8)))
                .blackout(Duration.ofHours(random.nextInt(8)));
        return random.nextBoolean() ? label : label.preventiveReplacementIsNegative();
    }

    private static SmallFleet fleet(Random random) {
        SmallFleet fleet = new SmallFleet().sampledEvery(Duration.ofHours(1));
        if (random.nextBoolean()) {
            fleet.observedUntil(START + 130 * HOUR);
        }
        for (String machine : List.of("a", "b", "c")) {
            long start = START + random.nextInt(20) * HOUR;
            for (int hour = 0; hour < 110; hour++) {
                if (random.nextInt(10) > 0) {
                    fleet.reading(machine, start + hour * HOUR);
                }
            }
            for (int i = 0; i < 4; i++) {
                fleet.failure(machine, start + random.nextInt(130) * HOUR, any(random));
                fleet.maintenance(machine, start + random.nextInt(130) * HOUR, any(random));
            }
        }
        return fleet;
    }

    private static String any(Random random) {
        return COMPONENTS.get(random.nextInt(COMPONENTS.size()));
    }
}
