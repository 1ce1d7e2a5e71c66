package io.github.pdmspark.landing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.from_json;

import io.github.pdmspark.schema.Columns;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Lands the JSON messages of a Kafka topic as rows of a Parquet folder, each once. Needs {@code spark-sql-kafka} on the class
 * path. A message that is not JSON of the declared columns is kept and marked, so that it ends in the quarantine.
 *
 * @param servers such as {@code host:9092}
 * @param topic the topic
 * @param columns names and types of the columns
 */
public record KafkaLanding(String servers, String topic, StructType columns) {

    /** When the broker took the message: the earliest time at which a prediction may know it. */
    public static final String LANDED_AT = "landed_at";

    /** Where a message stood: topic, partition and offset. */
    public static final String SOURCE_OFFSET = "source_offset";

    /**
     * Lands what is there and was not landed before, then ends; a run that failed half-way is continued. Read the folder with
     * {@code ParquetFiles} or {@code spark.read().parquet}, which skip files of unfinished runs.
     *
     * @param folder where the rows go
     * @param checkpoint folder that says what was landed; it belongs to this topic and {@code folder}
     * @return how many messages were landed
     */
    public long landAvailable(SparkSession spark, String folder, String checkpoint)
            throws TimeoutException, StreamingQueryException {
        DataStreamWriter<Row> writer = StreamOptions.set(
                        rows(spark).writeStream().format("parquet"),
                        Map.of("checkpointLocation", checkpoint, "path", folder))
                .trigger(Trigger.AvailableNow());
        StreamingQuery query = writer.start();
        query.awaitTermination();
        long landed = 0;
        for (var progress : query.recentProgress()) {
            landed += progress.numInputRows();
        }
        return landed;
    }

    private Dataset<Row> rows(SparkSession spark) {
        Dataset<Row> messages = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", servers)
                .option("subscribe", topic)
                .option("startingOffsets", "earliest")
                .load();
        StructType parsed = columns.add(Columns.MALFORMED, DataTypes.StringType);
        Map<String, String> options = Map.of("columnNameOfCorruptRecord", Columns.MALFORMED);
        return messages.withColumn("row", from_json(col("value").cast("string"), parsed, options))
                .select(
                        col("row.*"),
                        col("timestamp").as(LANDED_AT),
                        col("row." + Columns.MALFORMED).as(Columns.RAW_LINE),
                        concat_ws("/", col("topic"), col("partition"), col("offset"))
                                .as(SOURCE_OFFSET));
    }
}
