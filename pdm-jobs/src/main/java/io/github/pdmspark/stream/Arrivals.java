package io.github.pdmspark.stream;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.spec.FleetSpec;
import io.github.pdmspark.spec.FleetSpec.Dated;
import io.github.pdmspark.spec.SourceSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The records of all tables of a fleet as they arrive: {@code machine_id, event_time, reading}. */
public final class Arrivals {

    /** Whether a record is a reading, which windows forget, or an event, which they may not. */
    static final String READING = "reading";

    private Arrivals() {}

    /**
     * One stream of all new files of the Parquet folders that a specification declares.
     *
     * @throws SpecException if a table has another source, or its time is no TIMESTAMP
     */
    public static Dataset<Row> of(SparkSession spark, FleetSpec tables) {
        Map<String, Optional<? extends Dated>> dated = new TreeMap<>(Map.of(
                "telemetry", Optional.of(tables.telemetry()),
                "errors", tables.errors(),
                "maintenance", tables.maintenance(),
                "failures", tables.failures()));
        return dated.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(table -> stream(spark, each.getKey(), table)))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> stream(SparkSession spark, String name, Dated table) {
        if (!(table.from() instanceof SourceSpec.Parquet parquet)) {
            throw refused(name, "is no Parquet folder");
        }
        StructType schema = spark.read().parquet(parquet.path()).schema();
        String time = table.time().column();
        if (table.time().format().isPresent() || !schema.apply(time).dataType().equals(DataTypes.TimestampType)) {
            throw refused(name, "has no TIMESTAMP column '" + time + "'");
        }
        return spark.readStream()
                .schema(schema)
                .parquet(parquet.path())
                .select(
                        Identifiers.column(table.machineId()).cast("string").as(Columns.MACHINE_ID),
                        col(Identifiers.quoted(time)).as(Columns.EVENT_TIME),
                        lit(name.equals("telemetry")).as(READING));
    }

    private static SpecException refused(String name, String what) {
        return new SpecException(new Problem(
                ErrorCondition.PDM_SPEC_VALUE,
                "sources." + name + " " + what + ", so its new records cannot be followed.",
                "land the tables with 'validate --write PATH' and name them with --landing PATH."));
    }
}
