package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.quality.SensorLimits;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fleet of five machines with noise and a daily cycle; each fault is planted in one sensor of machine m3. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SensorFaultsTest {

    private static final String HEALTHY = "20 + 5 * sin(i * 0.2618) + rand(7)";
    private static final String ON_TIME = "t + interval 5 minutes";

    private final SparkSession spark;

    SensorFaultsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void aCleanFleetIsSilent() {
        assertThat(found(HEALTHY, ON_TIME)).isEmpty();
    }

    @Test
    void changesOfUnitAreFound() {
        assertThat(found("if(m = 3 and i >= 150, 1000, 1) * (" + HEALTHY + ")", ON_TIME))
                .containsExactly("UNIT_JUMP faulty on m3");
        assertThat(found("if(m = 3 and i >= 150, 0.0689, 1) * (" + HEALTHY + ")", ON_TIME))
                .containsExactly("UNIT_JUMP faulty on m3");
        assertThat(found("if(m = 3 and i >= 150, 32 + 1.8 * (" + HEALTHY + "), " + HEALTHY + ")", ON_TIME))
                .containsExactly("UNIT_JUMP faulty on m3");
    }

    @Test
    void spikesWearAndRepairsAreNoChangeOfUnit() {
        assertThat(found("if(m = 3 and i in (100, 101, 102), 900, 0) + " + HEALTHY, ON_TIME))
                .isEmpty();
        assertThat(found("if(m = 3, i * 0.5, 0) + " + HEALTHY, ON_TIME)).isEmpty();
        assertThat(found("if(m = 3 and i >= 150, 6, 0) + " + HEALTHY, ON_TIME)).isEmpty();
    }

    @Test
    void standInsAreSuggestedButNeverAReasonToFail() {
        for (String value : List.of("-9999.0", "65535.0", "0.0")) {
            String sensor = "if(m = 3 and i % 50 = 0, " + value + "D, " + HEALTHY + ")";

            assertThat(found(sensor, ON_TIME)).containsExactly("STAND_IN faulty " + value);
            assertThat(report(sensor, ON_TIME).findings(SensorLimits.usual()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.count()).isEqualTo(6);
                        assertThat(finding.fix()).contains(".sentinels(" + value + ")");
                    });
            assertThatCode(() -> report(sensor, ON_TIME).require(SensorLimits.usual()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void readingsThatArriveInAnotherOrderAreFoundInBothSensorsOfTheirRows() {
        assertThat(found(HEALTHY, "if(m = 3 and i % 4 = 0, t + interval 90 minutes, " + ON_TIME + ")"))
                .containsExactlyInAnyOrder("OUT_OF_ORDER faulty 5.0 %", "OUT_OF_ORDER good 5.0 %");
    }

    @Test
    void aClockThatGoesWrongIsFoundWithItsMachine() {
        assertThat(found(HEALTHY, "if(m = 3, t + interval 125 minutes, " + ON_TIME + ")"))
                .containsExactlyInAnyOrder("CLOCK_SKEW faulty PT2H on m3", "CLOCK_SKEW good PT2H on m3");
        assertThat(found(HEALTHY, "if(m = 3, t, t + interval 3 hours)"))
                .containsExactlyInAnyOrder("CLOCK_SKEW faulty PT3H on m3", "CLOCK_SKEW good PT3H on m3");
    }

    @Test
    void copiesAreCounted() {
        assertThat(rules(history("union all select * from readings where i % 20 = 0", HEALTHY, ON_TIME)
                        .sensorReport()
                        .findings(SensorLimits.usual())))
                .containsExactly("DUPLICATES  4.8 %");
    }

    @Test
    void aWarningIsNoStop() {
        SensorReport report = report("if(m = 3 and i between 100 and 130, null, " + HEALTHY + ")", ON_TIME);

        assertThat(rules(report.findings(SensorLimits.usual()))).containsExactly("GAP faulty PT32H on m3");
        assertThatCode(() -> report.require(SensorLimits.unusable())).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> report.require(SensorLimits.unusable().longest(Duration.ofHours(31), Duration.ofDays(9))))
                .hasMessageContaining("GAP");
    }

    private List<String> found(String sensor, String known) {
        return rules(report(sensor, known).findings(SensorLimits.usual()));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.rule() + " " + each.column() + " " + each.example())
                .toList();
    }

    private SensorReport report(String sensor, String known) {
        return history("", sensor, known).sensorReport();
    }

    /** 300 hourly readings of each machine. */
    private FleetHistory history(String more, String sensor, String known) {
        return utc().telemetry(
                        Telemetry.from(spark.sql("with clock as (select m, i, timestamp'2015-01-01 00:00:00Z' + i"
                                        + " * interval 1 hour as t from range(5) as a(m) cross join range(300) as b(i)),"
                                        + " readings as (select concat('m', m) as machine, i, t, " + known
                                        + " as known, cast("
                                        + sensor + " as double) as faulty, cast(" + HEALTHY
                                        + " as double) as good from clock)"
                                        + " select * from readings " + more))
                                .machineId("machine")
                                .time("t")
                                .knownAt("known")
                                .sensors("faulty", "good")
                                .sampledEvery(Duration.ofHours(1)))
                .build();
    }
}
