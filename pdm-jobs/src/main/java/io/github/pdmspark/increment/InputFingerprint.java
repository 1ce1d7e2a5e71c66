package io.github.pdmspark.increment;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.xxhash64;

import com.google.common.hash.Hashing;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run read, in two numbers: the same rows in any order and partitioning give the same text.
 *
 * @param hash SHA-256 over counts, sums and exclusive ors of the hashes of all rows
 * @param rows rows by table
 */
record InputFingerprint(String hash, Map<String, Long> rows) {

    /** Runs one Spark job: telemetry of the range that is read, events and suspensions before its end, all machines. */
    static InputFingerprint of(FleetHistory history, TimeRange read) {
        Column before = col(Columns.EVENT_TIME).lt(timestamp_micros(lit(Micros.of(read.end()))));
        Column since = col(Columns.EVENT_TIME).geq(timestamp_micros(lit(Micros.of(read.start()))));
        List<Dataset<Row>> tables = new ArrayList<>(List.of(
                measured("telemetry", history.telemetry().where(before.and(since))),
                measured("errors", history.errors().where(before)),
                measured("maintenance", history.maintenance().where(before)),
                measured("failures", history.failures().where(before)),
                measured("machines", history.machines())));
        if (history.hasSuspensions()) {
            tables.add(measured(Suspensions.NAME, history.suspensions().where(before)));
        }
        Dataset<Row> measured = tables.stream().reduce(Dataset::union).orElseThrow();
        Map<String, Long> rows = new TreeMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (Row row : measured.collectAsList()) { // one row for each table
            rows.put(row.getString(0), row.getLong(1));
            hashes.put(row.getString(0), row.getLong(1) + "/" + row.getLong(2) + "/" + row.getDecimal(3));
        }
        return new InputFingerprint(
                Hashing.sha256()
                        .hashString(hashes.toString(), StandardCharsets.UTF_8)
                        .toString(),
                rows);
    }

    private static Dataset<Row> measured(String table, Dataset<Row> rows) {
        Column[] columns = List.of(rows.columns()).stream()
                .sorted()
                .map(Identifiers::column)
                .toArray(Column[]::new);
        Column hash = xxhash64(columns);
        return rows.select(hash.as("hash"))
                .agg(
                        count(lit(1)).as("rows"),
                        coalesce(bit_xor(col("hash")), lit(0L)).as("xor"),
                        coalesce(sum(col("hash").cast("decimal(38,0)")), lit(0).cast("decimal(38,0)"))
                                .as("sum"))
                .select(lit(table), col("rows"), col("xor"), col("sum"));
    }
}
