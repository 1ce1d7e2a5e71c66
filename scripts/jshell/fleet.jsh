// A session and a checked fleet, for the other files: scripts/jshell/start scripts/jshell/fleet.jsh
import io.github.pdmspark.alarm.*;
import io.github.pdmspark.bundle.*;
import io.github.pdmspark.dataset.*;
import io.github.pdmspark.evaluation.*;
import io.github.pdmspark.feature.*;
import io.github.pdmspark.fleet.*;
import io.github.pdmspark.label.*;
import io.github.pdmspark.mllib.*;
import io.github.pdmspark.monitoring.*;
import io.github.pdmspark.pipeline.*;
import io.github.pdmspark.report.*;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.scoring.*;
import io.github.pdmspark.simulator.*;
import io.github.pdmspark.split.*;
import io.github.pdmspark.table.*;
import io.github.pdmspark.time.*;
import io.github.pdmspark.training.*;
import java.nio.file.Path;
import java.time.*;
import org.apache.spark.sql.*;
import static java.time.Duration.*;
import static org.apache.spark.sql.functions.*;

SparkSession spark = SparkSession.builder().master("local[*]").
        config("spark.ui.enabled", false).
        config("spark.sql.session.timeZone", "UTC").
        config("spark.sql.shuffle.partitions", 4).
        config("spark.log.level", "WARN").
        getOrCreate();
FleetSimulator fleet = FleetSimulator.builder().machines(10).days(180).seed(42).build();
FleetHistory history = FleetHistory.builder().
        zone(ZoneOffset.UTC).
        telemetry(Telemetry.from(fleet.telemetry(spark)).machineId("machineID").time("datetime").
                sensors("volt", "rotate", "pressure", "vibration").sampledEvery(ofHours(1))).
        errors(ErrorLog.from(fleet.errors(spark)).machineId("machineID").time("datetime").code("errorID")).
        maintenance(MaintenanceLog.from(fleet.maintenance(spark)).machineId("machineID").time("datetime").component("comp")).
        failures(FailureLog.from(fleet.failures(spark)).machineId("machineID").time("datetime").component("failure")).
        machines(Machines.from(fleet.machines(spark)).machineId("machineID").categorical("model").numeric("age")).
        build();
Notebook notebook = Notebook.titled("JShell", System.out);
Results results = Results.in(notebook);
