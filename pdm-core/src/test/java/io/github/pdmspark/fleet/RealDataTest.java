package io.github.pdmspark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.DataFolder;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class RealDataTest {

    @Test
    void azureSampleIsReadWithoutLoss(SparkSession spark) {
        String folder = DataFolder.named("azure-20x90");

        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(csv(spark, folder, "telemetry.csv.gz"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(Duration.ofHours(1)))
                .errors(ErrorLog.from(csv(spark, folder, "errors.csv"))
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .maintenance(MaintenanceLog.from(csv(spark, folder, "maint.csv"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("comp"))
                .failures(FailureLog.from(csv(spark, folder, "failures.csv"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .machines(Machines.from(csv(spark, folder, "machines.csv"))
                        .machineId("machineID")
                        .categorical("model")
                        .numeric("age"))
                .build();

        assertThat(history.quality().isClean()).as(history.quality().toString()).isTrue();
        assertThat(history.quality().tables())
                .filteredOn(TableSummary::given)
                .extracting(TableSummary::accepted)
                .containsExactly(43_200L, 211L, 208L, 42L, 20L);
        assertThat(history.quality().table("telemetry").first()).contains(Instant.parse("2015-01-01T06:00:00Z"));
        assertThat(history.quality().table("telemetry").last()).contains(Instant.parse("2015-04-01T05:00:00Z"));
        assertThat(history.components()).containsExactly("comp1", "comp2", "comp3", "comp4");
        assertThat(history.errorCodes()).containsExactly("error1", "error2", "error3", "error4", "error5");
        assertThat(history.categories().get("model")).containsExactly("model1", "model2", "model3", "model4");
        assertThat(history.telemetry()
                        .where("machine_id = '1' and event_time = timestamp'2015-01-01 06:00:00Z'")
                        .head()
                        .getDouble(3))
                .isEqualTo(176.217853015625);
        assertThat(history.quarantine().rows().count()).isZero();
    }

    private static Dataset<Row> csv(SparkSession spark, String folder, String file) {
        return CsvFiles.withCommas().read(spark, folder + "/" + file);
    }
}
