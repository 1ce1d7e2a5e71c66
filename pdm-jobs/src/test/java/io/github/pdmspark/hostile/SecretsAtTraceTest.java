package io.github.pdmspark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.spec.Secret;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.JsonFiles;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.testing.LocalSpark;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R19: twenty secrets in addresses, options and specifications are in no log of ours at TRACE, no message, no plan, no text. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SecretsAtTraceTest {

    private static final String CANARY = "c4n4ry";
    private static final String OURS = "io.github.pdmspark";
    private static final String SPARK = "org.apache.spark.sql";
    private static final String SPEC =
            "sources: {telemetry: {from: {kind: %s}, machine_id: m, time: t, sensors: [v]}}\n";

    @Test
    void secretIsNowhere(SparkSession spark) {
        Map<String, Callable<?>> ways = ways(spark);
        assertThat(ways).hasSize(20);
        List<String> leaks = new ArrayList<>();
        try (Captured log = new Captured()) {
            ways.forEach((name, way) -> {
                log.lines.clear();
                String said = said(way);
                if (said.contains(CANARY)) {
                    leaks.add(name + " said " + said);
                }
                List.copyOf(log.lines).stream()
                        .filter(line -> line.contains(CANARY))
                        .findFirst()
                        .ifPresent(line -> leaks.add(name + " logged " + line));
            });
            assertThat(log.count).isPositive();
        }
        assertThat(leaks).isEmpty();
    }

    private static Map<String, Callable<?>> ways(SparkSession spark) {
        String bucket = "s3x://key:" + CANARY + "@bucket/t";
        String url = "jdbc:postgresql://127.0.0.1:1/x";
        JdbcDatabase database = new JdbcDatabase(url, Optional.of("user"), Optional.of(CANARY));
        JdbcDatabase inAddress = new JdbcDatabase(
                "jdbc:postgresql://user:" + CANARY + "@127.0.0.1:1/x", Optional.empty(), Optional.empty());
        Map<String, Callable<?>> ways = new LinkedHashMap<>();
        ways.put("database as text", database::toString);
        ways.put("database with a secret in its address as text", inAddress::toString);
        ways.put(
                "database that does not answer",
                () -> database.read(spark, "t").queryExecution().toString());
        ways.put("address of a database that does not answer", () -> inAddress.read(spark, "t"));
        ways.put("connection", database::connect);
        ways.put("connection by address", inAddress::connect);
        ways.put(
                "password in a database's parameters",
                () -> new JdbcDatabase(url + "?password=" + CANARY, Optional.empty(), Optional.empty()));
        ways.put("table of a database", () -> database.read(spark, "t; password=" + CANARY));
        ways.put("CSV", () -> CsvFiles.withCommas().read(spark, bucket));
        ways.put("JSON", () -> JsonFiles.read(spark, bucket));
        ways.put("Parquet", () -> ParquetFiles.read(spark, bucket));
        ways.put("dataset", () -> LabelledDataset.read(spark, bucket));
        ways.put("model", () -> ModelBundle.load(spark, bucket));
        ways.put("signature in the address of a model", () -> ModelBundle.load(spark, "s3x://bucket/t?sig=" + CANARY));
        ways.put("published table", () -> ParquetTable.at(spark, bucket).read());
        ways.put("path in a specification", () -> spec("parquet, path: '" + bucket + "', paht: x", Map.of()));
        ways.put("password in a specification", () -> spec("jdbc, url: '" + url + "', password: " + CANARY, Map.of()));
        ways.put(
                "password in an address in a specification",
                () -> spec("jdbc, url: '" + url + "?password=" + CANARY + "', table: t", Map.of()));
        ways.put(
                "password as a setting",
                () -> spec("parquet, path: x", Map.of("sources.telemetry.from.password", CANARY)));
        ways.put("secret file", () -> new Secret.OfFile("/nowhere/token=" + CANARY).reveal());
        return ways;
    }

    private static SpecDocument spec(String from, Map<String, String> settings) {
        return SpecDocument.read("job.yaml", SPEC.formatted(from), settings);
    }

    /** What it gives as text, or everything that its exception says, with causes. */
    private static String said(Callable<?> way) {
        try {
            return String.valueOf(way.call());
        } catch (Exception e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text, true));
            return text.toString();
        }
    }

    /** Every event of this library and of Spark SQL at TRACE, while it is open. */
    private static final class Captured extends AbstractAppender implements AutoCloseable {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
        private long count;

        Captured() {
            super("captured", null, null, true, Property.EMPTY_ARRAY);
            start();
            Configuration configuration = context.getConfiguration();
            for (String name : List.of(OURS, SPARK)) {
                LoggerConfig logger = new LoggerConfig(name, Level.TRACE, false);
                logger.addAppender(this, Level.TRACE, null);
                configuration.addLogger(name, logger);
            }
            context.updateLoggers();
        }

        @Override
        public void append(LogEvent event) {
            count++;
            lines.add(
                    event.getLoggerName() + ": " + event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }

        @Override
        public void close() {
            List.of(OURS, SPARK).forEach(context.getConfiguration()::removeLogger);
            context.updateLoggers();
            stop();
        }
    }
}
