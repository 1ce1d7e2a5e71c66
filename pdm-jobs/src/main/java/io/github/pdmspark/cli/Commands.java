package io.github.pdmspark.cli;

import io.github.pdmspark.job.EvaluateJob;
import io.github.pdmspark.job.FeaturesJob;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.job.MonitorJob;
import io.github.pdmspark.job.ReportJob;
import io.github.pdmspark.job.ScoreJob;
import io.github.pdmspark.job.TrainJob;
import io.github.pdmspark.job.ValidateJob;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.spec.SpecText;
import io.github.pdmspark.spec.SplitSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The commands that run a job. */
final class Commands {

    private Commands() {}

    private static Map<String, String> parquet(String sink, @Nullable String path) {
        return path == null
                ? Map.of()
                : Map.of("sinks." + sink, "{kind: parquet, path: " + JobOptions.quoted(path) + "}");
    }

    @Command(name = "validate", description = "Reads and checks all tables; says what was kept and what was found.")
    static final class Validate extends JobCommand {

        @Option(
                names = "--write",
                paramLabel = "PATH",
                description =
                        "Writes the accepted rows as Parquet to a new folder: one folder a table, telemetry by day."
                                + " Later commands read it with --landing PATH.")
        private @Nullable String write;

        @Override
        String name() {
            return "validate";
        }

        @Override
        JobResult run(JobContext context, Console console) {
            return ValidateJob.run(context, Optional.ofNullable(write));
        }
    }

    @Command(name = "features", description = "Computes the features of a range and publishes them.")
    static final class Features extends JobCommand {

        @Mixin
        private RangeOptions range = new RangeOptions();

        @Option(
                names = "--features_table",
                paramLabel = "PATH",
                description =
                        "Publishes to this folder; the same as --set 'sinks.features={kind: parquet, path: PATH}'.")
        private @Nullable String table;

        @Override
        String name() {
            return "features";
        }

        @Override
        Map<String, String> settings() {
            return parquet("features", table);
        }

        @Override
        JobResult run(JobContext context, Console console) {
            return FeaturesJob.run(context, range.or(Optional.empty(), Optional.empty()));
        }
    }

    @Command(name = "train", description = "Trains a model, calibrates it, chooses its alarm policy and saves it.")
    static final class Train extends JobCommand {

        @Override
        String name() {
            return "train";
        }

        @Override
        JobResult run(JobContext context, Console console) {
            return TrainJob.run(context);
        }
    }

    @Command(
            name = "evaluate",
            description = "Judges a saved model by what happened: failures announced, lead time, false alarms.")
    static final class Evaluate extends JobCommand {

        @Mixin
        private RangeOptions range = new RangeOptions();

        @Override
        String name() {
            return "evaluate";
        }

        @Override
        JobResult run(JobContext context, Console console) {
            Optional<SplitSpec> split = context.specification().split();
            return EvaluateJob.run(
                    context,
                    range.or(split.map(SplitSpec::testFrom), split.flatMap(SplitSpec::testUntil)),
                    console::progress);
        }
    }

    @Command(name = "score", description = "Scores a range with a saved model. The same run again changes nothing.")
    static final class Score extends JobCommand {

        @Mixin
        private RangeOptions range = new RangeOptions();

        @Option(
                names = "--every",
                paramLabel = "DURATION",
                converter = DurationReader.class,
                description = "Runs the range in slices of this length, such as 1d, one after the other.")
        private @Nullable Duration every;

        @Option(
                names = "--results_data",
                paramLabel = "PATH",
                description = "Publishes to this folder; the same as --set 'sinks.scores={kind: parquet, path: PATH}'.")
        private @Nullable String results;

        @Option(
                names = "--follow",
                description =
                        "Takes the records that were added to Parquet folders, Delta tables or tables of the catalog"
                                + " since the last run with --follow, scores the prediction times that new readings complete, and"
                                + " scores those again that late records touch. The first run needs --from.")
        private boolean follow;

        @Override
        String name() {
            return "score";
        }

        @Override
        Map<String, String> settings() {
            return parquet("scores", results);
        }

        @Override
        Map<String, Object> plan(SpecDocument document) {
            Map<String, Object> plan = new LinkedHashMap<>();
            plan.put("follow", follow);
            plan.put("from", range.from().map(Object::toString).orElse("where the ledger says that scoring came to"));
            plan.put("to", range.to().map(Object::toString).orElse("now"));
            document.spec().scoring().ifPresent(scoring -> range.from()
                    .ifPresent(from -> plan.put(
                            "writes_from", from.minus(scoring.lateTolerance()).toString())));
            return plan;
        }

        @Override
        JobResult run(JobContext context, Console console) {
            if (follow) {
                if (every != null) {
                    throw new IllegalArgumentException("--every cuts a range into runs, but --follow has none: it takes"
                            + " what came. Leave one of the two out.");
                }
                return ScoreJob.follow(context, range.from(), range.to().orElseGet(RangeOptions::now), step -> {});
            }
            return ScoreJob.run(
                    context,
                    range.from(),
                    range.to().orElseGet(RangeOptions::now),
                    Optional.ofNullable(every),
                    step -> {});
        }
    }

    @Command(
            name = "monitor",
            description =
                    "Watches a model in use: what came of its predictions, drift, silent machines, its challenger.")
    static final class Monitor extends JobCommand {

        @Option(
                names = "--now",
                paramLabel = "TIME",
                converter = RangeOptions.TimeReader.class,
                description = "Nothing that became known later is used. Default: the present time.")
        private @Nullable Instant now;

        @Override
        String name() {
            return "monitor";
        }

        @Override
        JobResult run(JobContext context, Console console) {
            return MonitorJob.run(context, now == null ? RangeOptions.now() : now, console::progress);
        }
    }

    @Command(name = "report", description = "Writes one page: machines at risk, statuses, latest runs.")
    static final class Report extends JobCommand {

        @Option(
                names = "--out",
                paramLabel = "FILE",
                defaultValue = "report.html",
                description = "The page. Default: ${DEFAULT-VALUE}.")
        private String out = "report.html";

        @Override
        String name() {
            return "report";
        }

        @Override
        JobResult run(JobContext context, Console console) {
            return ReportJob.run(context, out);
        }
    }

    /** Reads a duration. */
    static final class DurationReader implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return SpecText.duration(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
