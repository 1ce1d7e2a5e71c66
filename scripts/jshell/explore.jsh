// The first cells of ExploreRawData, to go on from: scripts/jshell/start scripts/jshell/explore.jsh
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.table.*;
import java.nio.file.Path;
import java.time.*;
import org.apache.spark.sql.*;
import static org.apache.spark.sql.functions.*;

SparkSession spark = SparkSession.builder().master("local[*]").config("spark.ui.enabled", false).config("spark.sql.session.timeZone", "UTC").config("spark.sql.shuffle.partitions", 4).config("spark.log.level", "WARN").getOrCreate();
FleetSimulator fleet = FleetSimulator.builder().machines(10).days(90).seed(42).build();
FleetHistory history = FleetHistory.builder().zone(ZoneOffset.UTC).telemetry(Telemetry.from(fleet.telemetry(spark)).machineId("machineID").time("datetime").sensors("volt", "rotate", "pressure", "vibration").sampledEvery(Duration.ofHours(1))).errors(ErrorLog.from(fleet.errors(spark)).machineId("machineID").time("datetime").code("errorID")).failures(FailureLog.from(fleet.failures(spark)).machineId("machineID").time("datetime").component("failure")).machines(Machines.from(fleet.machines(spark)).machineId("machineID").categorical("model").numeric("age")).build();
System.out.println(history.quality());
Notebook notebook = Notebook.titled("JShell", System.out);
notebook.chart(Charts.bars("How often does each error occur?", "errors", history.errors().groupBy("code").count().orderBy("code")));
notebook.writeHtml(Path.of("target/jshell.html"));
