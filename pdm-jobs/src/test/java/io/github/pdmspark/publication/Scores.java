package io.github.pdmspark.publication;

import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Hourly rows with the text of the batch that wrote them. */
final class Scores {

    static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private static final StructType SCHEMA = new StructType()
            .add("machine_id", DataTypes.StringType)
            .add("as_of", DataTypes.TimestampType)
            .add("model_id", DataTypes.StringType)
            .add("batch", DataTypes.StringType);

    private Scores() {}

    static TimeRange hours(int from, int to) {
        return TimeRange.of(hour(from), hour(to));
    }

    static Batch batch(String id, String scope, int from, int to) {
        return new Batch(id, scope, hours(from, to), "v1");
    }

    /** One row for each hour of the batch. */
    static Dataset<Row> rows(SparkSession spark, Batch batch) {
        List<Row> rows = new ArrayList<>();
        for (Instant time = batch.range().start();
                time.isBefore(batch.range().end());
                time = time.plus(Duration.ofHours(1))) {
            rows.add(RowFactory.create("1", java.sql.Timestamp.from(time), batch.scope(), batch.id()));
        }
        return spark.createDataFrame(rows, SCHEMA).coalesce(1);
    }

    /** {@code scope@hour} to batch; fails if a key comes twice. */
    static Map<String, String> byKey(Dataset<Row> rows) {
        Map<String, String> found = new TreeMap<>();
        for (Row row : rows.collectAsList()) {
            long hour = Duration.between(START, row.getTimestamp(1).toInstant()).toHours();
            String before = found.put(row.getString(2) + "@" + hour, row.getString(3));
            if (before != null) {
                throw new AssertionError("Key " + row + " comes twice, also from " + before);
            }
        }
        return found;
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
