package io.github.pdmspark.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class SilentMachinesTest {

    /** All four say nothing after the first of January; 1 stands, 2 worked again for two days, 3 for ten, 4 never stood. */
    @Test
    void suspendedMachineIsNotSilentUntilItWorksAgain(SparkSession spark) {
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(spark.range(1, 5)
                                .selectExpr("id as m", "'2015-01-01' as t", "cast(id as double) as volt"))
                        .machineId("m")
                        .time("t")
                        .sensors("volt"))
                .suspensions(Suspensions.from(spark.sql("select * from values (1, '2015-01-05', '2015-02-05'),"
                                + " (2, '2015-01-05', '2015-01-29'), (3, '2015-01-05', '2015-01-21') as x(m, a, b)"))
                        .machineId("m")
                        .time("a")
                        .until("b"))
                .build();

        assertThat(SilentMachines.of(history, Instant.parse("2015-01-31T00:00:00Z"), Duration.ofDays(5))
                        .orderBy("machine_id")
                        .selectExpr("concat_ws(' ', machine_id, hours_silent)")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("3 240.0", "4 720.0");
    }
}
