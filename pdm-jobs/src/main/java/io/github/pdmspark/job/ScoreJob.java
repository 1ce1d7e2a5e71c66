package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.follow.FollowStep;
import io.github.pdmspark.follow.FollowedScoring;
import io.github.pdmspark.follow.FollowedScoring.Followed;
import io.github.pdmspark.increment.IncrementalScoring;
import io.github.pdmspark.increment.RunStep;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.ScoringSpec;
import io.github.pdmspark.spec.SinkSpec;
import io.github.pdmspark.storage.Sinks;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Scores a range into the score table, in one run or in slices of time, each of which is a run of its own. */
public final class ScoreJob {

    private static final String COMMAND = "score";
    private static final String SCORES = "scores";

    private final JobContext context;
    private final Consumer<RunStep> watcher;
    private final Optional<RunLedger> ledger;
    private final PublishedTable table;
    private final ScoringPipeline scorer;

    private ScoreJob(JobContext context, Consumer<RunStep> watcher) {
        this.context = context;
        this.watcher = watcher;
        JobSpec spec = context.specification();
        String path = require(spec.model(), "model", COMMAND);
        SinkSpec sink = require(context.sinks().flatMap(sinks -> sinks.scores()), "sinks.scores", COMMAND);
        this.table = Sinks.open(context.spark(), sink);
        this.ledger =
                context.sinks().flatMap(sinks -> sinks.ledger()).map(folder -> RunLedger.at(context.spark(), folder));
        this.scorer = ScoringPipeline.of(context.model(path));
    }

    /**
     * Runs it.
     *
     * @param from start of the range; where the ledger says that scoring came to unless given
     * @param to end of the range
     * @param slice length of one run; the whole range unless given
     * @param watcher hears of the borders of every run
     */
    public static JobResult run(
            JobContext context,
            Optional<Instant> from,
            Instant to,
            Optional<Duration> slice,
            Consumer<RunStep> watcher) {
        return new ScoreJob(context, watcher).run(from, to, slice);
    }

    /**
     * Scores what records that were added to the sources complete or change.
     *
     * @param from the first prediction time of all; needed by the first run alone
     * @param now no later prediction time is scored
     * @param watcher hears of the borders of following
     */
    public static JobResult follow(
            JobContext context, Optional<Instant> from, Instant now, Consumer<FollowStep> watcher) {
        return new ScoreJob(context, step -> {}).follow(from, now, watcher);
    }

    private JobResult follow(Optional<Instant> from, Instant now, Consumer<FollowStep> watcher) {
        JobSpec spec = context.specification();
        String folder = require(context.sinks().flatMap(sinks -> sinks.following()), "sinks.following", COMMAND);
        RunLedger records = require(ledger, "sinks.ledger", COMMAND);
        Instant start =
                records.beginning(SCORES, scorer.modelId()).or(() -> from).orElseThrow(ScoreJob::withoutStart);
        Instant until = records.watermark(SCORES, scorer.modelId()).orElse(start);
        FollowedScoring following = FollowedScoring.of(
                context.spark(),
                scoring(Duration.ZERO),
                folder,
                spec.sources().telemetry().sampledEvery().orElse(Duration.ZERO),
                watcher);
        Followed done = context.step(
                "follow", counts -> following.run(LandedTables.of(context.spark(), spec), start, until, now));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model_id", scorer.modelId());
        values.put("scored_again", done.touched());
        values.put("from", until.toString());
        values.put("to", done.completed().map(LedgerEntry::to).orElse(until).toString());
        done.completed().or(done::changed).ifPresent(last -> values.put("version", last.version()));
        return context.result(COMMAND, Outcome.OK, values);
    }

    private JobResult run(Optional<Instant> from, Instant to, Optional<Duration> slice) {
        Instant start = from.or(() -> ledger.flatMap(records -> records.watermark(SCORES, scorer.modelId())))
                .orElseThrow(ScoreJob::withoutStart);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model_id", scorer.modelId());
        values.put("from", start.toString());
        values.put("to", to.toString());
        if (!start.isBefore(to)) {
            values.put("runs", 0);
            return context.result(COMMAND, Outcome.OK, values);
        }
        List<LedgerEntry> runs = new ArrayList<>();
        IncrementalScoring scoring = scoring(settings().lateTolerance());
        for (TimeRange range : slices(new TimeRange(start, to), slice)) {
            runs.add(context.step("score", counts -> counted(scoring.run(range), counts)));
        }
        values.put("runs", runs.size());
        values.put(
                "published",
                runs.stream()
                        .filter(run -> run.outcome() == LedgerEntry.Outcome.PUBLISHED)
                        .count());
        values.put(
                "unchanged",
                runs.stream()
                        .filter(run -> run.outcome() == LedgerEntry.Outcome.UNCHANGED)
                        .count());
        LedgerEntry last = runs.get(runs.size() - 1);
        values.put("rows_of_last_run", last.rows());
        values.put("version", last.version());
        return context.result(COMMAND, Outcome.OK, values);
    }

    private ScoringSpec settings() {
        return context.specification().scoring().orElseGet(ScoringSpec::standard);
    }

    private IncrementalScoring scoring(Duration lateTolerance) {
        IncrementalScoring.Builder builder = IncrementalScoring.of(scorer, context::history, table)
                .lateTolerance(lateTolerance)
                .specFingerprint(context.document().fingerprint("zone", "observed_until", "sources", "scoring"))
                .clock(context.clock())
                .watchedBy(watcher);
        settings().lookBack().ifPresent(builder::lookBack);
        ledger.ifPresent(builder::ledger);
        return builder.build();
    }

    private static LedgerEntry counted(LedgerEntry entry, Map<String, Object> counts) {
        counts.put("from", entry.from().toString());
        counts.put("to", entry.to().toString());
        counts.put("outcome", entry.outcome().name());
        counts.put("rows", entry.rows());
        counts.put("version", entry.version());
        return entry;
    }

    /** Whole slices from the start on; the last one may be shorter. */
    static List<TimeRange> slices(TimeRange range, Optional<Duration> slice) {
        if (slice.isEmpty()) {
            return List.of(range);
        }
        List<TimeRange> slices = new ArrayList<>();
        for (Instant start = range.start(); start.isBefore(range.end()); start = start.plus(slice.get())) {
            Instant end = start.plus(slice.get());
            slices.add(new TimeRange(start, end.isBefore(range.end()) ? end : range.end()));
        }
        return slices;
    }

    private static SpecException withoutStart() {
        return new SpecException(new Problem(
                ErrorCondition.PDM_SPEC_MISSING_KEY,
                "It is not known where scoring came to: the ledger has no run of this model.",
                "give the first run its start, --from 2015-11-15; later ones go on from there."));
    }
}
