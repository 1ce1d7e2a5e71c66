package io.github.pdmspark.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import com.google.common.hash.Hashing;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.LedgerEntry.Outcome;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.publication.Batch;
import io.github.pdmspark.publication.Publication;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores one range after the other into a published table. A run of {@code [from, to)} reads the telemetry of {@code [from -
 * late tolerance - look-back, to)} and all events, and replaces the rows of {@code [from - late tolerance, to)}: records that
 * came late by no more than the tolerance are in the scores after it. The same run again changes nothing; one that fails or
 * is killed leaves the rows that were there. Immutable.
 *
 * <p>The values are those of one run over the whole time, as long as the look-back is longer than a machine is ever silent
 * without being suspended.
 */
public final class IncrementalScoring {

    static final String BATCH = "scores";
    private static final String AGAIN = "scores again";

    private final ScoringPipeline scorer;
    private final Function<TimeRange, FleetHistory> history;
    private final PublishedTable table;
    private final Optional<RunLedger> ledger;
    private final Duration lateTolerance;
    private final Duration lookBack;
    private final String specFingerprint;
    private final Clock clock;
    private final Consumer<RunStep> watcher;

    private IncrementalScoring(Builder builder) {
        this.scorer = builder.scorer;
        this.history = builder.history;
        this.table = builder.table.watchedBy(step -> builder.watcher.accept(RunStep.valueOf(step.name())));
        this.ledger = builder.ledger;
        this.lateTolerance = builder.lateTolerance;
        this.specFingerprint = builder.specFingerprint;
        this.clock = builder.clock;
        this.watcher = builder.watcher;
        this.lookBack = builder.lookBack.orElseGet(() -> ScoringPlan.usualLookBack(
                scorer.spec().longestWindow(), scorer.spec().cadence().every()));
    }

    /**
     * Starts with no tolerance, the usual look-back and no ledger.
     *
     * @param scorer the model
     * @param history reads the history with the telemetry of a range and all events
     * @param table where the scores go
     */
    public static Builder of(ScoringPipeline scorer, Function<TimeRange, FleetHistory> history, PublishedTable table) {
        return new Builder(scorer, history, table);
    }

    /** What a run of this range reads and writes. Runs nothing. */
    public ScoringPlan plan(TimeRange range) {
        return ScoringPlan.of(range, lateTolerance, lookBack);
    }

    /**
     * Scores the range and publishes it.
     *
     * @throws PublishException if it could not be published; the table is as it was
     */
    public LedgerEntry run(TimeRange range) {
        Instant startedAt = now();
        ScoringPlan plan = plan(range);
        FleetHistory known = history.apply(plan.read());
        watcher.accept(RunStep.READ);
        InputFingerprint input = InputFingerprint.of(known, plan.read());
        watcher.accept(RunStep.MEASURED);
        Batch batch = batch(BATCH, plan, input, "");
        Publication done = repeated(batch).orElseGet(() -> publish(batch, known, plan, startedAt));
        watcher.accept(RunStep.PUBLISHED);
        LedgerEntry entry = recorded(entry(BATCH, plan, input, batch, done, startedAt));
        watcher.accept(RunStep.RECORDED);
        return entry;
    }

    /**
     * Scores some prediction times of a range again and leaves the others as they are. Reads the telemetry of {@code [start -
     * look-back, end)} and all events, of the machines that are asked for alone.
     *
     * @param times {@code machine_id, as_of}, each pair once
     * @param range where they lie
     * @param hash changes when {@code times} do
     * @throws PublishException if the scores could not be published; the table is as it was
     */
    public LedgerEntry again(Dataset<Row> times, TimeRange range, String hash) {
        Instant startedAt = now();
        ScoringPlan plan = ScoringPlan.of(range, Duration.ZERO, lookBack);
        FleetHistory known = history.apply(plan.read()).ofMachines(times.select(Columns.MACHINE_ID));
        InputFingerprint input = InputFingerprint.of(known, plan.read());
        Batch batch = batch(AGAIN, plan, input, hash);
        Column[] key = {col(Columns.MACHINE_ID), col(Columns.AS_OF)};
        Dataset<Row> rows = scored(batch, known, plan, startedAt)
                .join(times.select(key), new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left_semi");
        return recorded(entry(AGAIN, plan, input, batch, table.merge(batch, rows), startedAt));
    }

    /** When predictions are made. */
    public Cadence cadence() {
        return scorer.spec().cadence();
    }

    /** How far before what a run writes it reads telemetry. */
    public Duration lookBack() {
        return lookBack;
    }

    private Publication publish(Batch batch, FleetHistory known, ScoringPlan plan, Instant startedAt) {
        return table.publish(batch, scored(batch, known, plan, startedAt));
    }

    private Dataset<Row> scored(Batch batch, FleetHistory known, ScoringPlan plan, Instant startedAt) {
        ScoringPipeline named = scorer.runId(runId(batch, startedAt)).clock(Clock.fixed(startedAt, clock.getZone()));
        return named.score(known, plan.written(), plan.lookBack()).rows();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LedgerEntry recorded(LedgerEntry entry) {
        ledger.ifPresent(records -> records.append(entry));
        return entry;
    }

    /**
     * The same run may have been done before, and later ones have replaced a part of its range since: from the same input they
     * made the same rows, so there is nothing to do as long as the rows are there.
     */
    private Optional<Publication> repeated(Batch batch) {
        return ledger.flatMap(records -> records.find(batch.fingerprint()))
                .filter(before -> before.rows() == rowsThere(batch))
                .map(before -> new Publication(Publication.Outcome.ALREADY_THERE, before.version(), before.rows()));
    }

    private long rowsThere(Batch batch) {
        try {
            return table.read()
                    .where(col(ScoreColumns.MODEL_ID)
                            .equalTo(lit(batch.scope()))
                            .and(col(Columns.AS_OF)
                                    .geq(timestamp_micros(
                                            lit(Micros.of(batch.range().start())))))
                            .and(col(Columns.AS_OF)
                                    .lt(timestamp_micros(
                                            lit(Micros.of(batch.range().end()))))))
                    .count();
        } catch (PublishException e) {
            return -1; // nothing was published, or somebody removed it: publish again
        }
    }

    private Batch batch(String name, ScoringPlan plan, InputFingerprint input, String rows) {
        String text = specFingerprint + "\n" + scorer.modelId() + "\n" + plan + "\n" + input.hash() + rows;
        String fingerprint =
                Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
        return new Batch(name + " " + plan.asked(), scorer.modelId(), plan.written(), fingerprint);
    }

    private static String runId(Batch batch, Instant startedAt) {
        return "scores-" + batch.fingerprint().substring(0, 8) + "-" + startedAt.toEpochMilli();
    }

    private LedgerEntry entry(
            String name, ScoringPlan plan, InputFingerprint input, Batch batch, Publication done, Instant startedAt) {
        Outcome outcome = done.outcome() == Publication.Outcome.PUBLISHED ? Outcome.PUBLISHED : Outcome.UNCHANGED;
        return new LedgerEntry(
                LedgerEntry.FORMAT,
                runId(batch, startedAt),
                "score",
                name,
                batch.scope(),
                plan.asked().start(),
                plan.asked().end(),
                plan.written().start(),
                plan.read().start(),
                outcome,
                done.rows(),
                done.version(),
                input.rows(),
                specFingerprint,
                input.hash(),
                batch.fingerprint(),
                startedAt,
                Duration.between(startedAt, clock.instant()).toMillis() / 1e3);
    }

    /** Collects what runs need. */
    public static final class Builder {

        private final ScoringPipeline scorer;
        private final Function<TimeRange, FleetHistory> history;
        private final PublishedTable table;
        private Optional<RunLedger> ledger = Optional.empty();
        private Duration lateTolerance = Duration.ZERO;
        private Optional<Duration> lookBack = Optional.empty();
        private String specFingerprint = "";
        private Clock clock = Clock.systemUTC();
        private Consumer<RunStep> watcher = step -> {};

        private Builder(ScoringPipeline scorer, Function<TimeRange, FleetHistory> history, PublishedTable table) {
            this.scorer = scorer;
            this.history = history;
            this.table = table;
        }

        /** Where runs are recorded; lets a run that was done before be recognised after later ones. */
        public Builder ledger(RunLedger records) {
            ledger = Optional.of(records);
            return this;
        }

        /** How far before its range a run scores again, for records that came late; zero unless said. */
        public Builder lateTolerance(Duration tolerance) {
            lateTolerance = tolerance;
            return this;
        }

        /** How far back telemetry is read; twice the longest window unless said. */
        public Builder lookBack(Duration duration) {
            lookBack = Optional.of(duration);
            return this;
        }

        /** What else decides the rows, such as the settings of the sources. */
        public Builder specFingerprint(String fingerprint) {
            specFingerprint = fingerprint;
            return this;
        }

        /** Another source of the time of a run. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** Hears of every border of a run that it passed. */
        public Builder watchedBy(Consumer<RunStep> listener) {
            watcher = listener;
            return this;
        }

        /** The scoring. */
        public IncrementalScoring build() {
            return new IncrementalScoring(this);
        }
    }
}
