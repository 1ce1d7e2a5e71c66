package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.errors;
import static io.github.pdmspark.fleet.Fleets.failures;
import static io.github.pdmspark.fleet.Fleets.machines;
import static io.github.pdmspark.fleet.Fleets.maintenance;
import static io.github.pdmspark.fleet.Fleets.rows;
import static io.github.pdmspark.fleet.Fleets.telemetry;
import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class QueryCountTest {

    private final SparkSession spark;

    QueryCountTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void fiveTablesWithFindingsAreCheckedInTwoQueries() {
        FleetHistoryBuilder builder = utc().telemetry(
                        telemetry(spark, "('1', '2015-01-01 06:00:00', '1')", "('1', '2015-01-01 07:00:00', 'abc')"))
                .errors(errors(spark, "('1', '2015-01-01 06:00:00', 'e1')"))
                .maintenance(maintenance(spark, "('1', '2015-01-01 06:00:00', 'c1')"))
                .failures(failures(spark, "('1', '2015-01-01 06:00:00', 'c1')"))
                .machines(machines(spark, "('1', 'm1', 5)"));

        assertThat(QueryCount.of(spark, builder::build)).isEqualTo(2);
    }

    @Test
    void wrongMappingIsFoundBeforeAnyQuery() {
        FleetHistoryBuilder builder = utc().telemetry(Telemetry.from(rows(spark, "m, t, x", "('1', '2015-01-01', 1)"))
                .machineId("machine"));

        assertThat(QueryCount.of(spark, () -> assertThatThrownBy(builder::build).isInstanceOf(SchemaException.class)))
                .isZero();
    }
}
