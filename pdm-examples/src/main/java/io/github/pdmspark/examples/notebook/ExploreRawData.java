package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.quality.SensorSummary;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is in the five tables? Every chart is one aggregation in Spark. */
public final class ExploreRawData {

    private static final int MOST_MACHINES = 30;

    private final Story story;
    private final FleetHistory history;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(ExploreRawData.class);

    ExploreRawData(Story story, PrintStream out) {
        this.story = story;
        this.history = story.history();
        this.notebook = Notebook.titled("What is in the five tables?", out);
    }

    /** Runs on this machine; writes {@code raw-data.html}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("explore raw data", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new ExploreRawData(story, System.out).run();
        });
    }

    /** All cells, in order. */
    Notebook run() {
        notebook.section("Tables").text(story.origin());
        Results.in(notebook).quality(history.quality());
        sensors();
        coverage();
        notebook.section("Machines and events");
        ages();
        events();
        notebook.section("One machine");
        String machineId = mostFailures();
        oneMonth(machineId);
        oneMachine(machineId);
        notebook.section("Before a failure");
        beforeFailures();
        errorsBeforeFailures();
        lives();
        notebook.writeHtml(story.out().file("raw-data.html"));
        return notebook;
    }

    private void sensors() {
        // region sensors
        SensorReport sensors = history.sensorReport();
        // endregion
        TableView table = TableView.of("sensor", "machines", "readings", "missing", "longest gap", "lowest", "highest");
        for (SensorSummary each : sensors.sensors()) {
            table = table.withRow(
                    each.sensor(),
                    each.machines(),
                    each.readings(),
                    each.missingShare(),
                    each.longestGap(),
                    each.lowest().orElse(null),
                    each.highest().orElse(null));
        }
        notebook.code(source.region("sensors")).table("Are the sensors whole and in their usual range?", table);
    }

    private void coverage() {
        // region coverage
        Dataset<Row> weeks = history.telemetry()
                .groupBy(
                        col("machine_id"), date_trunc("week", col("event_time")).as("week"))
                .agg(count(lit(1)).as("readings"));
        Dataset<Row> fewest = weeks.groupBy("machine_id")
                .agg(sum("readings").as("all_readings"))
                .orderBy(col("all_readings"), col("machine_id"))
                .limit(MOST_MACHINES);
        Dataset<Row> coverage = weeks.join(fewest, "machine_id")
                .orderBy(col("week"), col("all_readings"), col("machine_id"))
                .select(col("machine_id"), substring(col("week").cast("string"), 1, 10), col("readings"));
        // endregion
        notebook.code(source.region("coverage"))
                .chart(Charts.heatMap(
                        "Which weeks lack readings, on the machines with the fewest?", "readings", coverage));
    }

    private void ages() {
        // region ages
        Dataset<Row> ages = history.machines()
                .groupBy(floor(col("age").divide(2)).multiply(2).as("age"), col("model"))
                .agg(count(lit(1)).as("machines"))
                .orderBy("model", "age");
        // endregion
        notebook.code(source.region("ages"))
                .chart(Charts.histogram(
                        "How old are the machines of each model?", "age in years", "machines", 2, ages));
    }

    private void events() {
        notebook.chart(Charts.bars("How often does each error occur?", "errors", counted(history.errors(), "code")))
                .chart(Charts.bars(
                        "How often is each component replaced?",
                        "replacements",
                        counted(history.maintenance(), "component")))
                .chart(Charts.bars(
                        "How often does each component fail?", "failures", counted(history.failures(), "component")));
    }

    private static Dataset<Row> counted(Dataset<Row> events, String name) {
        return events.groupBy(name).agg(count(lit(1)).as("events")).orderBy(name);
    }

    /** Of equals the first by name; the first machine of all if none failed. */
    private String mostFailures() {
        Dataset<Row> failures =
                history.failures().groupBy("machine_id").agg(count(lit(1)).as("failures"));
        return history.machines()
                .join(failures, new String[] {"machine_id"}, "left")
                .orderBy(coalesce(col("failures"), lit(0)).desc(), col("machine_id"))
                .select("machine_id")
                .takeAsList(1)
                .get(0)
                .getString(0);
    }

    private void oneMonth(String machineId) {
        // region month
        Dataset<Row> own = history.telemetry().where(col("machine_id").equalTo(machineId));
        Dataset<Row> first = own.agg(min("event_time").as("first"));
        Dataset<Row> month = unpivoted(own)
                .crossJoin(first)
                .where("event_time < first + interval 30 days")
                .orderBy("sensor", "event_time")
                .select(col("sensor"), lit("reading"), col("event_time"), col("value"));
        // endregion
        notebook.code(source.region("month"))
                .chart(Charts.lines(
                        "What did the sensors of machine " + machineId + " read in a month?", XAxis.time(), month));
    }

    private void oneMachine(String machineId) {
        // region events
        Dataset<Row> events = lane(history.errors(), "error", "code")
                .union(lane(history.maintenance(), "replacement", "component"))
                .union(lane(history.failures(), "failure", "component"))
                .where(col("machine_id").equalTo(machineId))
                .orderBy(col("kind").equalTo("failure"), col("name"), col("event_time"))
                .select("name", "kind", "event_time");
        // endregion
        notebook.code(source.region("events"))
                .chart(Charts.timeline("What happened to machine " + machineId + "?", events));
    }

    private static Dataset<Row> lane(Dataset<Row> events, String kind, String name) {
        return events.select(col("machine_id"), lit(kind).as("kind"), col(name).as("name"), col("event_time"));
    }

    private void beforeFailures() {
        // region aligned
        Dataset<Row> telemetry = unpivoted(history.telemetry());
        Dataset<Row> usual = telemetry
                .groupBy("sensor")
                .agg(avg("value").as("mean"), stddev_samp("value").as("deviation"));
        Dataset<Row> aligned = around(telemetry, 96, 24)
                .join(usual, "sensor")
                .withColumn("z", col("value").minus(col("mean")).divide(col("deviation")))
                .groupBy("component", "sensor", "hours")
                .agg(
                        avg("z").as("z"),
                        stddev_samp("z").divide(sqrt(count("z"))).multiply(2).as("error"))
                .orderBy("component", "sensor", "hours")
                .select(
                        col("component"),
                        col("sensor"),
                        col("hours"),
                        col("z"),
                        col("z").minus(col("error")),
                        col("z").plus(col("error")));
        // endregion
        notebook.code(source.region("aligned"))
                .chart(Charts.lines(
                        "Which sensor announces the failure of which component?",
                        XAxis.number(
                                "hours from the failure; values in deviations from the fleet's mean, band: 2 standard"
                                        + " errors"),
                        aligned));
    }

    private void errorsBeforeFailures() {
        // region errors
        Dataset<Row> pairs = history.failures()
                .groupBy("component")
                .agg(count(lit(1)).as("failures"))
                .crossJoin(history.errors().select("code").distinct());
        Dataset<Row> errors = around(history.errors(), 24, 0)
                .groupBy("component", "code")
                .agg(count(lit(1)).as("errors"));
        Dataset<Row> before = pairs.join(errors, new String[] {"component", "code"}, "left")
                .orderBy("component", "code")
                .select(
                        col("component"),
                        col("code"),
                        coalesce(col("errors"), lit(0)).divide(col("failures")));
        // endregion
        notebook.code(source.region("errors"))
                .chart(Charts.heatMap(
                        "How many errors come in the 24 hours before a failure?", "errors per failure", before));
    }

    /** Rows of machines near their failures, with the component and the hours from it, in steps of three. */
    private Dataset<Row> around(Dataset<Row> rows, int hoursBefore, int hoursAfter) {
        Dataset<Row> failures = history.failures()
                .select(col("machine_id"), col("component"), col("event_time").as("failed_at"));
        Column hours = unix_seconds(col("event_time"))
                .minus(unix_seconds(col("failed_at")))
                .divide(3600);
        return rows.join(failures, "machine_id")
                .withColumn("hours", floor(hours.divide(3)).multiply(3))
                .where(col("hours").geq(-hoursBefore).and(col("hours").lt(hoursAfter)));
    }

    private Dataset<Row> unpivoted(Dataset<Row> telemetry) {
        Column[] sensors =
                history.sensors().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        return telemetry.unpivot(new Column[] {col("machine_id"), col("event_time")}, sensors, "sensor", "value");
    }

    private void lives() {
        notebook.chart(ComponentLives.of(history).chart())
                .text("A life begins with a replacement and ends with the next failure of the component; one that"
                        + " ends with a replacement without a failure, or with the data, was seen to last at least"
                        + " so long (Kaplan and Meier).");
    }
}
