package io.github.pdmspark.fleet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.LocalSpark;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class RefusedTablesTest {

    private final SparkSession spark;

    RefusedTablesTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void patternWithoutZoneNeedsAZone() {
        Telemetry telemetry = Telemetry.from(spark.sql("SELECT '1' AS m, '1/1/2015 6:00:00 AM' AS t, 1.0D AS x"))
                .machineId("m")
                .time("t", TimeFormat.pattern("M/d/yyyy h:mm:ss a"))
                .sensors("x");
        assertThatThrownBy(() -> FleetHistory.builder().telemetry(telemetry).build())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Column 't' of table 'telemetry' holds times without a zone");
    }

    @Test
    void twoDifferentRowsOfAMachineAreRefusedWhateverTheRuleForReadings() {
        Dataset<Row> machines = spark.sql("SELECT * FROM VALUES ('1', 3.0D), ('1', 4.0D) AS t(m, age)");
        assertThatThrownBy(() -> FleetHistory.builder()
                        .zone(ZoneOffset.UTC)
                        .telemetry(telemetry().duplicates(DuplicateRule.KEEP_FIRST_KNOWN))
                        .machines(Machines.from(machines).machineId("m").numeric("age"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("PDM_MACHINE_DUPLICATE")
                .hasMessageContaining("machine '1'");
    }

    @Test
    void columnWithFarTooManyNamesIsRefused() {
        Dataset<Row> errors =
                spark.range(1001).selectExpr("'1' AS m", "'2015-01-01 06:00:00' AS t", "concat('e', id) AS code");
        assertThatThrownBy(() -> FleetHistory.builder()
                        .zone(ZoneOffset.UTC)
                        .telemetry(telemetry())
                        .errors(ErrorLog.from(errors).machineId("m").time("t").code("code"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("Column 'code' of table 'errors' has 1,001 different values");
    }

    private Telemetry telemetry() {
        return Telemetry.from(spark.sql("SELECT '1' AS m, '2015-01-01 06:00:00' AS t, 1.0D AS x"))
                .machineId("m")
                .time("t")
                .sensors("x");
    }
}
