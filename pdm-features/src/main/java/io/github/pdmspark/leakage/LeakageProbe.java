package io.github.pdmspark.leakage;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tests whether anything that is computed from a history looks into its future: the records after a moment are deleted,
 * changed and added to, and what was to be known by then has to stay the same bit for bit. The functions may do whatever they
 * like, with this library or without it. Immutable.
 */
public final class LeakageProbe {

    private static final int DEFAULT_CUTS = 2;
    private static final double EARLIEST = 0.4;
    private static final double LATEST = 0.9;

    private final FleetHistory history;
    private final long seed;
    private final List<Instant> cuts;
    private final double tolerance;
    private final List<Subject> subjects;

    private LeakageProbe(
            FleetHistory history, long seed, List<Instant> cuts, double tolerance, List<Subject> subjects) {
        this.history = history;
        this.seed = seed;
        this.cuts = List.copyOf(cuts);
        this.tolerance = tolerance;
        this.subjects = List.copyOf(subjects);
    }

    /** A probe of a history at two moments that the seed chooses. */
    public static LeakageProbe on(FleetHistory history, long seed) {
        return new LeakageProbe(history, seed, sampled(history, seed, DEFAULT_CUTS), 0, List.of());
    }

    /** The same at these moments. */
    public LeakageProbe cutOffs(Instant... moments) {
        return new LeakageProbe(history, seed, List.of(moments), tolerance, subjects);
    }

    /** The same at so many moments that the seed chooses. */
    public LeakageProbe cutOffs(int count) {
        return new LeakageProbe(history, seed, sampled(history, seed, count), tolerance, subjects);
    }

    /**
     * The same with doubles that may differ by a share of their size: for a pipeline of one's own whose sums depend on the
     * order of rows. Bit for bit unless said.
     */
    public LeakageProbe relativeTolerance(double share) {
        return new LeakageProbe(history, seed, cuts, share, subjects);
    }

    /**
     * Rows that may know only what was visible at their time: unchanged at or before each moment (P1, P2).
     *
     * @param rows gives {@code machine_id}, {@code as_of} (one row each) and any other columns
     */
    public LeakageProbe features(String name, Function<FleetHistory, Dataset<Row>> rows) {
        return with(new Subject.Features(name, rows));
    }

    /** Labels: unchanged where their interval had ended at the moment, whatever happens later (P9). */
    public LeakageProbe labels(String name, FailureLabel label, Function<FleetHistory, Dataset<Row>> rows) {
        Duration reach = label.lead().plus(label.horizon()).plus(history.minimumRepair());
        return with(new Subject.Labels(name, reach, rows));
    }

    /** The rows of a training slice, features and labels: unchanged whatever happens from the begin of the test on. */
    public LeakageProbe training(String name, Instant testFrom, Function<FleetHistory, Dataset<Row>> rows) {
        return with(new Subject.Training(name, testFrom, rows));
    }

    /**
     * A step that was fitted (fill values, regimes, encoders, scalers): equal whatever happens from the begin of the test on.
     *
     * @param fit gives what was fitted, as a value with {@code equals}, such as a record or a map
     */
    public LeakageProbe fitted(String name, Instant testFrom, Function<FleetHistory, Object> fit) {
        return with(new Subject.Fitted(name, testFrom, fit));
    }

    private LeakageProbe with(Subject subject) {
        return new LeakageProbe(
                history,
                seed,
                cuts,
                tolerance,
                Stream.concat(subjects.stream(), Stream.of(subject)).toList());
    }

    /**
     * Runs all checks. Each moment and change costs the check of one more history, and each check one Spark job in which its
     * function runs twice.
     *
     * @throws IllegalStateException if there is nothing to check
     */
    public LeakageCertificate run() {
        if (subjects.isEmpty()) {
            throw new IllegalStateException(
                    "There is nothing to check. Add .features(...), .labels(...) or others first.");
        }
        List<LeakageCheck> checks = new ArrayList<>();
        ChangedHistories changed = new ChangedHistories(history, seed);
        for (Subject subject : subjects) {
            checks.addAll(subject.checks(changed, cuts, new RowComparison(tolerance)));
        }
        return new LeakageCertificate(seed, checks);
    }

    private static List<Instant> sampled(FleetHistory history, long seed, int count) {
        TableSummary telemetry = history.quality().table("telemetry");
        Instant first = telemetry.first().orElseThrow();
        Duration length = Duration.between(first, telemetry.last().orElseThrow());
        return new Random(seed)
                .doubles(count, EARLIEST, LATEST)
                .mapToObj(share -> Micros.instant(Micros.of(first) + Math.round(share * Micros.of(length))))
                .sorted()
                .toList();
    }
}
