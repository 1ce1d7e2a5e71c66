package io.github.pdmspark.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.DatasetRows;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
@Tag("slow")
class TemporalSplitTest {

    private static final long HOUR = 3_600_000_000L;
    private static final Duration LEAD = Duration.ofHours(6);
    private static final Duration HORIZON = Duration.ofHours(24);
    private static final long REACH = 30 * HOUR;
    private static final Instant TRAIN_UNTIL = Instant.parse("2015-03-10T00:00:00Z");
    private static final Instant CALIBRATE_UNTIL = Instant.parse("2015-03-20T00:00:00Z");
    private static final Instant TEST_FROM = Instant.parse("2015-03-21T00:00:00Z");
    private static final Instant TEST_UNTIL = Instant.parse("2015-03-30T00:00:00Z");
    private static final long S = Micros.of(TRAIN_UNTIL);
    private static final long C = Micros.of(CALIBRATE_UNTIL);
    private static final long T = Micros.of(TEST_FROM);
    private static final long U = Micros.of(TEST_UNTIL);

    private final SparkSession spark;

    TemporalSplitTest(SparkSession spark) {
        this.spark = spark;
    }

    /** P7: the last training row is where its label interval ends exactly at the cut. */
    @Test
    void boundariesAreExactToTheMicrosecond() {
        DatasetRows rows = new DatasetRows();
        for (long edge : List.of(S - REACH, S, C - REACH, C, T, U)) {
            rows.negative("a", edge - 1).negative("a", edge).negative("a", edge + 1);
        }
        TemporalSplit split = split(rows.dataset(spark, LEAD, HORIZON, 2));
        assertThat(times(split.train())).containsExactly(S - REACH - 1, S - REACH);
        assertThat(times(split.calibrate().orElseThrow())).containsExactly(S, S + 1, C - REACH - 1, C - REACH);
        assertThat(times(split.test())).containsExactly(T, T + 1, U - 1);
        SplitReport report = split.report();
        assertThat(report.slices()).extracting(SliceRows::rows).containsExactly(2L, 2L, 4L, 5L, 3L, 2L, 0L);
    }

    /** Brute force over all pairs: what a training label looks at is over before any later slice begins. */
    @Test
    void noTrainingLabelReachesIntoALaterSlice() {
        LabelledDataset dataset = randomRows(4).dataset(spark, LEAD, HORIZON, 3);
        assertThat(overlaps(split(dataset))).isZero();
        TemporalSplit withoutCalibration =
                TemporalSplit.of(dataset).trainUntil(TRAIN_UNTIL).testFrom(TRAIN_UNTIL);
        assertThat(overlaps(withoutCalibration)).isZero();
    }

    /** P8: the same rows and the same check, with a split that has no gap: the check sees the leak. */
    @Test
    void splitWithoutGapIsCaughtByTheBruteForceCheck() {
        LabelledDataset dataset = randomRows(4).dataset(spark, LEAD, HORIZON, 3);
        SplitTimes noGap = new SplitTimes(
                TRAIN_UNTIL, Duration.ZERO, Optional.of(CALIBRATE_UNTIL), TimeRange.of(TEST_FROM, TEST_UNTIL));
        assertThat(overlaps(new TemporalSplit(dataset, noGap, Optional.empty())))
                .isPositive();
        SplitTimes almost = new SplitTimes(
                TRAIN_UNTIL, LEAD.plus(HORIZON).minusHours(1), Optional.empty(), TimeRange.from(TRAIN_UNTIL));
        assertThat(overlaps(new TemporalSplit(dataset, almost, Optional.empty())))
                .isPositive();
    }

    @Test
    void everySliceKeepsRowsOfAllStatuses() {
        DatasetRows rows = new DatasetRows();
        for (RowStatus status : RowStatus.values()) {
            rows.unusable("a", S - 2 * REACH, status).unusable("a", S, status).unusable("a", T, status);
        }
        TemporalSplit split = split(rows.dataset(spark, LEAD, HORIZON, 1));
        assertThat(times(split.train())).hasSize(RowStatus.values().length);
        assertThat(times(split.calibrate().orElseThrow())).hasSize(RowStatus.values().length);
        assertThat(times(split.test())).hasSize(RowStatus.values().length);
        assertThat(times(split.test().usable())).hasSize(1);
    }

    @Test
    void reportCountsEveryRowOnceInOneQuery() {
        LabelledDataset dataset = new DatasetRows()
                .negative("a", S - 3 * REACH)
                .positive("a", S - 2 * REACH, "comp1")
                .unusable("a", S - REACH, RowStatus.LOW_COVERAGE)
                .negative("a", S - HOUR)
                .negative("a", S)
                .positive("b", S + HOUR, "comp2")
                .negative("a", C)
                .negative("a", T)
                .negative("a", U - HOUR)
                .dataset(spark, LEAD, HORIZON, 2);
        TemporalSplit split = split(dataset);
        assertThat(QueryCount.of(spark, () -> split.train().usable())).isZero();
        assertThat(QueryCount.of(spark, split::report)).isOne();
        assertThat(split.report())
                .hasToString("train [2015-03-06T06:00:00Z, 2015-03-08T18:00:00Z] 3 rows, 2 usable, 1 positive"
                        + " | gap 1 rows"
                        + " | calibrate [2015-03-10T00:00:00Z, 2015-03-10T01:00:00Z] 2 rows, 2 usable, 1 positive"
                        + " | gap 1 rows"
                        + " | test [2015-03-21T00:00:00Z, 2015-03-29T23:00:00Z] 2 rows, 2 usable, 0 positive");
        assertThat(split.report().slices().stream().mapToLong(SliceRows::rows).sum())
                .isEqualTo(9);
    }

    @Test
    void emptySlicesAreShownWithTheirZero() {
        LabelledDataset dataset = new DatasetRows().negative("a", S - HOUR).dataset(spark, LEAD, HORIZON, 1);
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil(TRAIN_UNTIL).testFrom(TEST_FROM);
        assertThat(split.report()).hasToString("train 0 rows | gap 1 rows | test 0 rows");
    }

    @Test
    void heldOutMachinesAppearInTheTestOnly() {
        LabelledDataset dataset = machines(200).dataset(spark, LEAD, HORIZON, 3);
        TemporalSplit split = split(dataset).holdOutMachines(30, 7);
        Set<String> unseen = machinesOf(split.testOfUnseenMachines());
        assertThat(unseen.size()).isBetween(40, 80);
        Set<String> seen = machinesOf(split.train());
        assertThat(seen).hasSize(200 - unseen.size()).doesNotContainAnyElementsOf(unseen);
        assertThat(machinesOf(split.calibrate().orElseThrow())).isEqualTo(seen);
        assertThat(machinesOf(split.test())).hasSize(200);
        assertThat(split.report().of(Slice.HELD_OUT).rows()).isEqualTo(2L * unseen.size());
        assertThat(split.report().slices().stream().mapToLong(SliceRows::rows).sum())
                .isEqualTo(600);
    }

    @Test
    void heldOutMachinesDependOnIdAndSaltOnly() {
        Set<String> expected = spark
                .sql("select machine from (select explode(transform(sequence(0, 199), i -> concat('m', i))) machine)"
                        + " where pmod(xxhash64(7L, machine), 100) < 30")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toCollection(TreeSet::new));
        for (int partitions : new int[] {1, 7}) {
            TemporalSplit split = split(machines(200).dataset(spark, LEAD, HORIZON, partitions));
            assertThat(machinesOf(split.holdOutMachines(30, 7).testOfUnseenMachines()))
                    .isEqualTo(expected);
            assertThat(machinesOf(split.holdOutMachines(30, 8).testOfUnseenMachines()))
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void rollingOriginTrainsOnThePastOnly() {
        LabelledDataset dataset = randomRows(5).dataset(spark, LEAD, HORIZON, 2);
        List<TemporalSplit> folds = RollingOrigin.of(dataset)
                .firstCut("2015-03-08")
                .every(Duration.ofDays(5))
                .folds(3);
        assertThat(folds)
                .extracting(fold -> fold.times().test().toString())
                .containsExactly(
                        "[2015-03-08T00:00:00Z, 2015-03-13T00:00:00Z)",
                        "[2015-03-13T00:00:00Z, 2015-03-18T00:00:00Z)",
                        "[2015-03-18T00:00:00Z, 2015-03-23T00:00:00Z)");
        for (TemporalSplit fold : folds) {
            assertThat(overlaps(fold)).isZero();
            assertThat(times(fold.train())).isNotEmpty();
            assertThat(times(fold.test())).isNotEmpty();
        }
    }

    private static TemporalSplit split(LabelledDataset dataset) {
        return TemporalSplit.of(dataset)
                .trainUntil(TRAIN_UNTIL)
                .calibrateUntil(CALIBRATE_UNTIL)
                .testFrom(TEST_FROM)
                .testUntil(TEST_UNTIL);
    }

    /** Pairs of a row and a row of a later slice that starts before the label interval of the first has ended. */
    private static long overlaps(TemporalSplit split) {
        List<Long> train = times(split.train());
        List<Long> calibrate = split.calibrate().map(TemporalSplitTest::times).orElse(List.of());
        List<Long> test = times(split.test());
        assertThat(train).isNotEmpty();
        assertThat(test).isNotEmpty();
        return overlaps(train, calibrate) + overlaps(train, test) + overlaps(calibrate, test);
    }

    private static long overlaps(List<Long> earlier, List<Long> later) {
        return earlier.stream()
                .mapToLong(asOf ->
                        later.stream().filter(start -> start < asOf + REACH).count())
                .sum();
    }

    /** One row an hour, of a random machine, from ten days before the first cut on. */
    private static DatasetRows randomRows(long seed) {
        Random random = new Random(seed);
        DatasetRows rows = new DatasetRows();
        for (int hour = -24 * 10; hour < 24 * 25; hour++) {
            rows.negative("m" + random.nextInt(9), S + hour * HOUR);
        }
        return rows;
    }

    private static DatasetRows machines(int count) {
        DatasetRows rows = new DatasetRows();
        for (int i = 0; i < count; i++) {
            rows.negative("m" + i, S - 2 * REACH).negative("m" + i, S).negative("m" + i, T);
        }
        return rows;
    }

    private static List<Long> times(LabelledDataset dataset) {
        List<Long> times = new ArrayList<>();
        dataset.rows().selectExpr("unix_micros(as_of)").collectAsList().forEach(row -> times.add(row.getLong(0)));
        times.sort(null);
        return times;
    }

    private static Set<String> machinesOf(LabelledDataset dataset) {
        return dataset.rows().select("machine_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
