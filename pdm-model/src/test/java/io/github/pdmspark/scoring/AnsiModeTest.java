package io.github.pdmspark.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R23: history, features, labels, training and scores are the same whether the session is in ANSI mode or not. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class AnsiModeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final String ANSI = "spark.sql.ansi.enabled";

    @Test
    void ansiModeChangesNothing(SparkSession spark) {
        String before = spark.conf().get(ANSI);
        try {
            spark.conf().set(ANSI, "true");
            List<Row> strict = scores(spark);
            spark.conf().set(ANSI, "false");
            List<Row> lenient = scores(spark);

            assertThat(strict).hasSizeGreaterThan(50);
            assertThat(lenient).isEqualTo(strict);
        } finally {
            spark.conf().set(ANSI, before);
        }
    }

    private static List<Row> scores(SparkSession spark) {
        return ScoringPipeline.of(
                        Training.with(DecisionTreeTrainer.builder().depth(3).build())
                                .clock(CLOCK)
                                .on(WearingFleet.dataset(spark)))
                .clock(CLOCK)
                .runId("run")
                .score(WearingFleet.history(spark), TimeRange.of("2014-12-31", "2015-01-08"))
                .rows()
                .drop("model_id")
                .orderBy("machine_id", "as_of")
                .collectAsList();
    }
}
