package io.github.pdmspark.examples.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.testing.DataFolder;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class AlarmFrontierTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    AlarmFrontierTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void simulatedFleetGivesFrontierAndVerdicts() throws IOException {
        Path data = folder.resolve("data");
        FleetSimulator.builder().machines(20).days(200).seed(7).build().writeParquet(spark, data.toString());

        List<Verdict> verdicts = run(new FrontierSettings(
                data,
                folder.resolve("out"),
                Instant.parse("2015-04-15T00:00:00Z"),
                Instant.parse("2015-06-01T00:00:00Z"),
                Instant.parse("2015-06-05T00:00:00Z"),
                15,
                8,
                CalibrationMethod.PLATT));

        assertThat(verdicts).extracting(Verdict::limit).containsExactly(0.3, 2.0);
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.test().events().counts().detected()).isPositive();
            assertThat(verdict.test().costs()).isPresent();
            assertThat(verdict.test().groups()).isNotEmpty();
        });
        Path out = folder.resolve("out");
        assertThat(Files.readAllLines(out.resolve("frontier.csv"))).hasSize(1 + 2 * 99);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<svg")
                .doesNotContain("<script");
        assertThat(Files.readString(out.resolve("evaluation-0.3.json"))).contains("costPerMachineYear");
    }

    /** The figures that the reference is beaten with, on the same 80 failures. */
    @Test
    void realFleetIsAnnouncedEarlierAtFewerFalseAlarms() throws IOException {
        List<Verdict> verdicts = run(new FrontierSettings(
                Path.of(DataFolder.named("fleet-100")),
                folder.resolve("out"),
                Instant.parse("2015-08-15T00:00:00Z"),
                Instant.parse("2015-10-30T00:00:00Z"),
                Instant.parse("2015-11-15T00:00:00Z"),
                50,
                12,
                CalibrationMethod.ISOTONIC));

        assertFigures(verdicts.get(0), 0.3, 0.96, 18);
        assertFigures(verdicts.get(1), 2.0, 0.98, 36);
        assertThat(verdicts.get(0).test().rows().components())
                .allSatisfy(quality ->
                        assertThat(quality.brierSkill().value().orElseThrow()).isPositive());
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.test()
                        .costs()
                        .orElseThrow()
                        .savings()
                        .shareInterval()
                        .orElseThrow()
                        .low())
                .isPositive());
    }

    private static void assertFigures(Verdict verdict, double falseAlarms, double detected, double leadHours) {
        EventMetrics test = verdict.test().events();
        assertThat(test.counts().failures()).isEqualTo(80);
        assertThat(Frontier.falseAlarms(test)).isLessThanOrEqualTo(falseAlarms);
        assertThat(test.counts().strictDetection().value().value().orElseThrow())
                .isGreaterThanOrEqualTo(detected);
        assertThat(test.lead().medianHours().value().orElseThrow()).isGreaterThanOrEqualTo(leadHours);
    }

    private List<Verdict> run(FrontierSettings settings) throws IOException {
        try (PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            return new AlarmFrontier(spark, settings, out).run();
        }
    }
}
