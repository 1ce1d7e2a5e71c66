package io.github.pdmspark.examples.notebook;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.OutFolder;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables with names, units and habits of their own: one mapping each, and no copy of the data. */
public final class OwnColumnNames {

    private final SparkSession spark;
    private final Settings settings;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(OwnColumnNames.class);

    OwnColumnNames(SparkSession spark, Settings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.notebook = Notebook.titled("What if my tables look different?", out);
    }

    /** Runs on this machine; writes {@code own-columns.html}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "own column names",
                spark -> new OwnColumnNames(spark, Settings.fromSystemProperties("notebooks"), System.out).run());
    }

    /** All cells, in order; gives the dataset. */
    LabelledDataset run() {
        FleetSimulator fleet = FleetSimulator.builder()
                .machines(settings.machines())
                .days(settings.days())
                .seed(settings.seed())
                .build();
        // region tables
        Dataset<Row> telemetry = fleet.telemetry(spark)
                .select(
                        concat(lit("P-"), col("machineID")).as("pump"),
                        col("datetime").as("read at"),
                        col("pressure").multiply(0.0689476).as("pressure [bar]"),
                        when(col("vibration").gt(60), -999.0)
                                .otherwise(col("vibration"))
                                .as("vib"));
        Dataset<Row> alarms = fleet.errors(spark)
                .select(
                        concat(lit("P-"), col("machineID")).as("pump"),
                        col("datetime").as("at"),
                        col("errorID").as("alarm"));
        Dataset<Row> jobs = fleet.maintenance(spark)
                .select(
                        concat(lit("P-"), col("machineID")).as("asset"),
                        col("datetime").as("done"),
                        col("comp").as("part"));
        Dataset<Row> breakdowns = fleet.failures(spark)
                .select(
                        concat(lit("P-"), col("machineID")).as("asset"),
                        col("datetime").as("at"),
                        col("failure").as("part"));
        Dataset<Row> pumps = fleet.machines(spark)
                .select(
                        concat(lit("P-"), col("machineID")).as("pump"),
                        col("model").as("type"),
                        col("age").as("years"));
        // endregion
        // region mapping
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneId.of("UTC"))
                .telemetry(Telemetry.from(telemetry)
                        .machineId("pump")
                        .time("read at")
                        .sensor("pressure", "pressure [bar]")
                        .sensor("vibration", "vib")
                        .sentinels(-999)
                        .rangeElseMissing("pressure", 0, 25)
                        .sampledEvery(ofHours(1)))
                .errors(ErrorLog.from(alarms).machineId("pump").time("at").code("alarm"))
                .maintenance(MaintenanceLog.from(jobs)
                        .machineId("asset")
                        .time("done")
                        .component("part"))
                .failures(FailureLog.from(breakdowns)
                        .machineId("asset")
                        .time("at")
                        .component("part"))
                .machines(Machines.from(pumps)
                        .machineId("pump")
                        .categorical("type")
                        .numeric("years"))
                .build();
        // endregion
        // region features
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(6))
                .rolling(Statistic.MEAN, Statistic.COVERAGE)
                .on("pressure", "vibration")
                .over(ofHours(24))
                .errorCounts()
                .over(ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        LabelledDataset dataset = LabelledDataset.of(history, features, FailureLabel.within(ofDays(2)));
        // endregion
        notebook.section("Tables")
                .text("Pumps of another plant: their own names, a unit in a column name, -999 for no value.");
        notebook.code(source.region("tables")).table("What do the readings look like?", Tables.of(telemetry, 5));
        notebook.section("Mapping").code(source.region("mapping"));
        Results.in(notebook).quality(history.quality());
        notebook.section("Features").code(source.region("features"));
        TableView names = TableView.of("column");
        for (String name : dataset.features()) {
            names = names.withRow(name);
        }
        notebook.table("What are the features called?", names)
                .table("And the rows?", Tables.of(dataset.usable().rows().orderBy("machine_id", "as_of"), 5));
        notebook.writeHtml(new OutFolder(settings.out()).file("own-columns.html"));
        return dataset;
    }
}
