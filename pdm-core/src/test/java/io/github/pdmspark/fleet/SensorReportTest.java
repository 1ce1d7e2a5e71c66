package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.quality.SensorLimits;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.quality.SensorSummary;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class SensorReportTest {

    private final SparkSession spark;
    private final FleetHistory history;

    SensorReportTest(SparkSession spark) {
        this.spark = spark;
        history = history();
    }

    @Test
    void eachFaultIsFoundInItsSensorOnly() {
        SensorReport report = history.sensorReport();

        assertThat(report.findings(SensorLimits.usual().counters("hours", "good")))
                .extracting(finding -> finding.rule() + " " + finding.column() + " " + finding.example())
                .containsExactlyInAnyOrder(
                        "GAP gap PT42H on m1",
                        "STUCK stuck PT27H on m0",
                        "SATURATED edge 50.0 %",
                        "COUNTER_RESET hours ",
                        "SILENT silent ",
                        "MISSING silent 50.0 %",
                        "GAP silent PT237H on m0");
        assertThatThrownBy(() -> report.require(SensorLimits.usual()))
                .isInstanceOf(DataQualityException.class)
                .hasMessageStartingWith("PDM_SENSOR_QUALITY ")
                .hasMessageContaining("telemetry.stuck");
        assertThatThrownBy(() -> report.require(SensorLimits.usual().span(Duration.ofDays(10))))
                .hasMessageContaining("SHORT_HISTORY");
    }

    @Test
    void numbersAreThoseOfTheReadings() {
        SensorSummary gap = history.sensorReport().sensors().get(1);

        assertThat(gap.sensor()).isEqualTo("gap");
        assertThat(gap.machines()).isEqualTo(2);
        assertThat(gap.readings()).isEqualTo(160 - 13);
        assertThat(gap.missingShare()).isCloseTo(13 / 160.0, within(1e-12));
        assertThat(gap.coverage().orElseThrow()).isCloseTo(147 / 160.0, within(1e-12));
        assertThat(gap.shortestSpan()).isEqualTo(Duration.ofHours(79 * 3));
        assertThat(gap.lowest()).contains(0.0);
        assertThat(gap.highest()).contains(79.0);
    }

    @Test
    void itTakesOneQuery() {
        assertThat(QueryCount.of(spark, history::sensorReport)).isEqualTo(1);
    }

    /** Two machines, a reading every three hours for ten days; one fault per sensor. */
    private FleetHistory history() {
        return utc().telemetry(
                        Telemetry.from(spark.sql("select concat('m', m) as m, timestamp'2015-01-01 00:00:00Z' + i"
                                        + " * interval 3 hours as t, cast(i as double) as good,"
                                        + " if(m = 1 and i between 20 and 32, null, cast(i as double)) as gap,"
                                        + " if(m = 0 and i between 20 and 29, 20D, cast(i as double)) as stuck,"
                                        + " if(m = 0 and i % 2 = 0, 100D, cast(i as double)) as edge,"
                                        + " if(i < 50, 1000D + i, cast(i as double)) as hours,"
                                        + " if(m = 0, null, cast(i as double)) as silent"
                                        + " from range(2) as a(m) cross join range(80) as b(i)"))
                                .machineId("m")
                                .time("t")
                                .sensors("good", "gap", "stuck", "edge", "hours", "silent")
                                .sampledEvery(Duration.ofHours(3)))
                .build();
    }
}
