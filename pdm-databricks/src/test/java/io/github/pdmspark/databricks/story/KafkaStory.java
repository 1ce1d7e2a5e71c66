package io.github.pdmspark.databricks.story;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.landing.KafkaLanding;
import io.github.pdmspark.publication.JdbcTable;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ParquetFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The story with messages of Kafka as its input and PostgreSQL as its output: {@code DATA OUT BROKERS URL}. Sends the five
 * tables first, telemetry in two parts.
 */
public final class KafkaStory {

    private static final String SECOND_PART = "datetime >= '2015-04-01'";

    private final SparkSession spark;
    private final Path data;
    private final Path out;
    private final String brokers;

    private KafkaStory(SparkSession spark, Path data, Path out, String brokers) {
        this.spark = spark;
        this.data = data;
        this.out = out;
        this.brokers = brokers;
    }

    /** Runs the story in the session that the launcher configured. */
    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder().appName("pdm kafka story").getOrCreate();
        Path out = Path.of(args[1]);
        try {
            KafkaStory kafka = new KafkaStory(spark, Path.of(args[0]), out, args[2]);
            Map<String, Object> result = new TreeMap<>();
            kafka.land(result);
            JdbcDatabase database = new JdbcDatabase(args[3], Optional.of("postgres"), Optional.of("postgres"));
            ExecutorKiller nobody = new ExecutorKiller(spark.sparkContext().applicationId(), "none");
            new Story(spark, kafka::landed, JdbcTable.of(spark, database, "scores"), out, nobody).run(result);
        } finally {
            spark.stop();
        }
    }

    private void land(Map<String, Object> result) throws Exception {
        for (String name : List.of("errors", "maint", "failures", "machines")) {
            Dataset<Row> rows = table(name);
            send(name, rows);
            landing(name, rows).landAvailable(spark, folder(name), checkpoint(name));
        }
        Dataset<Row> telemetry = table("telemetry");
        KafkaLanding landing = landing("telemetry", telemetry);
        send("telemetry", telemetry.where("NOT " + SECOND_PART));
        result.put("landed1", landing.landAvailable(spark, folder("telemetry"), checkpoint("telemetry")));
        send("telemetry", telemetry.where(SECOND_PART));
        sendText(
                "telemetry",
                spark.range(1).select(lit("{\"machineID\": 1, \"volt\"").as("value")));
        result.put("landed2", landing.landAvailable(spark, folder("telemetry"), checkpoint("telemetry")));
        result.put("landed3", landing.landAvailable(spark, folder("telemetry"), checkpoint("telemetry")));
        result.put("sent", telemetry.count() + 1);
        result.put("rows", landed("telemetry").count());
        result.put(
                "malformed",
                landed("telemetry").where(Columns.MALFORMED + " IS NOT NULL").count());
    }

    private Dataset<Row> table(String name) {
        return CsvFiles.withCommas()
                .read(spark, data.resolve(name + ".csv").toString())
                .drop(Columns.MALFORMED, Columns.RAW_LINE, Columns.SOURCE_FILE);
    }

    private void send(String topic, Dataset<Row> rows) {
        sendText(topic, rows.select(to_json(struct(col("*"))).as("value")));
    }

    private void sendText(String topic, Dataset<Row> messages) {
        messages.write()
                .format("kafka")
                .option("kafka.bootstrap.servers", brokers)
                .option("topic", topic)
                .save();
    }

    private KafkaLanding landing(String topic, Dataset<Row> rows) {
        return new KafkaLanding(brokers, topic, new StructType(rows.schema().fields()));
    }

    private Dataset<Row> landed(String name) {
        return ParquetFiles.read(spark, folder(name));
    }

    private String folder(String name) {
        return out.resolve("landing").resolve(name).toString();
    }

    private String checkpoint(String name) {
        return out.resolve("checkpoints").resolve(name).toString();
    }
}
