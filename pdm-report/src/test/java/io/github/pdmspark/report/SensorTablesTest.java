package io.github.pdmspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.quality.SensorLimits;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class SensorTablesTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    @Test
    void theReportIsATableAndAPageInWhichNamesStayText(SparkSession spark) {
        SensorReport report = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(
                                spark.sql(
                                        "select '" + HOSTILE + "' as m, timestamp'2015-01-01 00:00:00Z' + i"
                                                + " * interval 1 hour as t, if(i between 50 and 90, 7D, rand(1)) as v from range(200) as x(i)"))
                        .machineId("m")
                        .time("t")
                        .sensor(HOSTILE, "v"))
                .build()
                .sensorReport();

        assertThat(SensorTables.measured(report).rows()).hasSize(1);
        assertThat(SensorTables.findings(report.findings(SensorLimits.usual())).text(9))
                .contains("STUCK", "PT40H on " + HOSTILE);
        Notebook page = Notebook.titled(
                "Sensors", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        page.table("What was measured?", SensorTables.measured(report));
        page.table("What is wrong?", SensorTables.findings(report.findings(SensorLimits.usual())));
        assertThat(page.html()).contains("&lt;script&gt;alert(1)").doesNotContain(HOSTILE);
    }
}
