package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.maintenance;
import static io.github.pdmspark.fleet.Fleets.rows;
import static io.github.pdmspark.fleet.Fleets.someTelemetry;
import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.testing.LocalSpark;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Tuple2;

@ExtendWith(LocalSpark.class)
class DatedMachinesTest {
    private final SparkSession spark;

    DatedMachinesTest(SparkSession spark) {
        this.spark = spark;
    }

    private Machines machines(String... rows) {
        return Machines.from(rows(spark, "m, age, a, b", rows))
                .machineId("m")
                .numeric("age")
                .validFrom("a")
                .validTo("b");
    }

    @Test
    void machineHasOneRowForEveryTime() {
        FleetHistory history = utc().telemetry(someTelemetry(spark))
                .machines(machines(
                        "('1', 3, NULL, '2015-01-05')",
                        "('1', 4, '2015-01-05', NULL)",
                        "('1', 5, '2015-02-01', NULL)",
                        "('2', 9, '2015-01-05', NULL)",
                        "('3', 9, 'soon', NULL)"))
                .build();

        assertThat(history.machines().columns()).containsExactly("machine_id", "valid_from", "age", "valid_to");
        assertThat(history.latestMachines()
                        .orderBy("machine_id")
                        .as(Encoders.tuple(Encoders.STRING(), Encoders.DOUBLE()))
                        .collectAsList())
                .containsExactly(new Tuple2<>("1", 5.0), new Tuple2<>("2", 9.0));
        assertThat(history.quality().table("machines").accepted()).isEqualTo(4);
        assertThat(history.quarantine().rows().head().<String>getAs("rule")).isEqualTo("TIME_UNREADABLE");
    }

    @Test
    void overlappingRowsAreAnError() {
        assertThatThrownBy(() -> utc().telemetry(someTelemetry(spark))
                        .machines(machines(
                                "('7', 3, '2015-01-01', '2015-01-05 00:00:01')", "('7', 4, '2015-01-05', NULL)"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("PDM_MACHINE_DUPLICATE")
                .hasMessageContaining("'7 2015-01-05")
                .hasMessageContaining(".validFrom(...)");
    }

    @Test
    void actionsAreKnownByNameAndTwoAtOneTimeAreTwoEvents() {
        MaintenanceLog log = MaintenanceLog.from(rows(
                        spark,
                        "m, t, c, what",
                        "('1', '2015-01-01 06:00:00', 'pump', 'replaced')",
                        "('1', '2015-01-01 06:00:00', 'pump', ' inspected ')",
                        "('1', '2015-01-01 06:00:00', 'pump', 'replaced')",
                        "('1', '2015-01-02 06:00:00', 'pump', '')"))
                .machineId("m")
                .time("t")
                .component("c")
                .action("what");
        FleetHistory history =
                utc().telemetry(someTelemetry(spark)).maintenance(log).build();

        assertThat(history.actions()).containsExactly("inspected", "replaced");
        assertThat(history.maintenance().count()).isEqualTo(3);
        assertThat(history.quality().table("maintenance").duplicates()).isEqualTo(1);
        assertThat(utc().telemetry(someTelemetry(spark))
                        .maintenance(maintenance(spark, "('1', '2015-01-01 06:00:00', 'pump')"))
                        .build()
                        .actions())
                .isEmpty();
    }
}
