package io.github.pdmspark.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Calibrator;
import io.github.pdmspark.training.Training;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalScorerTest {

    private static final TimeRange RANGE = TimeRange.of(PlainFleet.START, PlainFleet.END);

    private final FleetHistory history;
    private final ModelBundle bundle;
    private final PortableScorer portable;

    @TempDir
    Path folder = Path.of("unset");

    LocalScorerTest(SparkSession spark) {
        history = PlainFleetTables.history(spark);
        FeaturePipeline features = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.MEAN, Statistic.STDDEV, Statistic.LAST)
                .over(Duration.ofHours(24), Duration.ofHours(48))
                .quantiles(0.9)
                .over(Duration.ofHours(24))
                .errorCounts()
                .over(Duration.ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        LabelledDataset dataset = LabelledDataset.of(history, features, FailureLabel.within(Duration.ofDays(2)));
        ModelBundle trained = Training.with(
                        RandomForestTrainer.builder().trees(15).depth(6).seed(1).build())
                .negativesKept(0.7, 5)
                .on(dataset);
        bundle = Calibrator.with(CalibrationMethod.PLATT).on(trained, dataset).withPolicy(AlarmPolicy.threshold(0.4));
        portable = bundle.portable().orElseThrow();
    }

    @Test
    void jvmWithoutSparkScoresEveryRowAsTheBatch() throws IOException, InterruptedException {
        Path file = folder.resolve("pumps.pdm");
        Path out = folder.resolve("scores.txt");
        Path log = folder.resolve("log.txt");
        portable.save(file);

        Process child = new ProcessBuilder(command(file, out))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(Files.readString(log)).isZero();
        List<String> expected = batch();
        assertThat(Files.readAllLines(out)).isEqualTo(expected);
        assertThat(expected)
                .hasSize(6 * 48)
                .anyMatch(line -> line.contains("SCORED pump.1") || line.contains(" pump.1 "));
        assertThat(expected.stream().filter(line -> line.contains(" SCORED "))).hasSizeGreaterThan(200);
        assertThat(expected.stream().filter(line -> line.contains(" SUSPENDED ")))
                .hasSize(20);
    }

    private static List<String> command(Path file, Path out) {
        String classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(LocalScorerTest::isNeededWithoutSpark)
                .collect(Collectors.joining(File.pathSeparator));
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        return List.of(
                java, "-Xmx256m", "-cp", classPath, ScoreWithoutSpark.class.getName(), file.toString(), out.toString());
    }

    /** The library itself, Guava and Jackson: what the class path of a local scorer needs. */
    private static boolean isNeededWithoutSpark(String entry) {
        String name = new File(entry).getName();
        boolean library = entry.contains("pdm-") && !name.contains("tests");
        return library || name.matches("(guava|failureaccess|jackson-(core|databind|annotations))-\\d.*\\.jar");
    }

    private List<String> batch() {
        ScoreNames names = portable.names();
        return ScoringPipeline.of(bundle)
                .score(history, RANGE)
                .rows()
                .orderBy("machine_id", "as_of")
                .collectAsList()
                .stream()
                .map(row -> line(row, names))
                .toList();
    }

    private static String line(Row row, ScoreNames names) {
        Object asOf = row.getAs("as_of");
        Instant time = asOf instanceof java.sql.Timestamp stamp ? stamp.toInstant() : (Instant) asOf;
        String status = row.getAs("status");
        String key = row.getAs("machine_id") + " " + time + " " + status;
        if (!status.equals("SCORED")) {
            return key + " 0";
        }
        String scores = Stream.of("pump.1", "seal b")
                .map(name -> ScoreWithoutSpark.bits(row.<Double>getAs(names.of(name))))
                .collect(Collectors.joining(" "));
        return key + " " + ScoreWithoutSpark.bits(row.<Double>getAs(names.total())) + " " + row.getAs("top_component")
                + " " + scores + " " + row.getAs("imputed");
    }

    @Test
    void threadsShareAScorer() {
        LocalScorer scorer = LocalScorer.of(portable);
        List<String> expected = ScoreWithoutSpark.lines(scorer);

        List<List<String>> found = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> ScoreWithoutSpark.lines(scorer))
                .toList();

        assertThat(found).allSatisfy(lines -> assertThat(lines).isEqualTo(expected));
    }

    @Test
    void savedScorerKeepsEverything() throws IOException {
        Path file = folder.resolve("kept.pdm");
        portable.save(file);

        PortableScorer loaded = PortableScorer.load(file);

        assertThat(loaded.spec()).isEqualTo(bundle.spec());
        assertThat(loaded.target()).isEqualTo(bundle.target());
        assertThat(loaded.calibration()).isEqualTo(bundle.calibration());
        assertThat(loaded.policy()).isEqualTo(bundle.policy());
        assertThat(loaded.modelId()).isEqualTo(bundle.modelId());
        assertThatThrownBy(() -> portable.save(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    /** Every 997th byte, one bit: 100 % refused, none with anything but our own exception. */
    @Test
    void changedByteIsRefused() throws IOException {
        Path file = folder.resolve("whole.pdm");
        portable.save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place += 997) {
            byte[] changed = whole.clone();
            changed[place] ^= 4;
            Path damaged = Files.write(folder.resolve("damaged.pdm"), changed);
            assertThatThrownBy(() -> PortableScorer.load(damaged))
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("PDM_BUNDLE_DAMAGED 'damaged.pdm'");
        }
        Path cut = Files.write(folder.resolve("cut.pdm"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> PortableScorer.load(cut)).isInstanceOf(BundleException.class);
    }

    @Test
    void unboundedRangeAndWrongRowAreRefused() {
        LocalScorer scorer = LocalScorer.of(portable);

        assertThatThrownBy(() -> scorer.score(PlainFleet.history(1), TimeRange.from("2015-01-03")))
                .hasMessageContaining("need a range with an end");
        assertThatThrownBy(() -> scorer.scoreFeatures(new double[3])).hasMessageContaining("not 3");
    }
}
