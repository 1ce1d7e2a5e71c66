package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class ParquetOptionsTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    ParquetOptionsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void averagesAreWrittenWithoutADictionaryAndCountsWithOne() {
        FleetHistory history = FleetHistory.builder()
                .telemetry(Telemetry.from(spark.range(48)
                                .selectExpr(
                                        "'m' AS machine",
                                        "timestamp_seconds(1420070400 + 3600 * id) AS time",
                                        "sqrt(cast(id AS double)) AS volt"))
                        .machineId("machine")
                        .time("time")
                        .sensors("volt"))
                .errors(ErrorLog.from(spark.sql(
                                "SELECT 'm' AS machine, timestamp'2015-01-01 06:00:00' AS time, 'error1' AS code"))
                        .machineId("machine")
                        .time("time")
                        .code("code"))
                .build();
        FeaturePipeline.builder()
                .every(Duration.ofHours(2))
                .rolling(Statistic.MEAN, Statistic.COUNT)
                .over(Duration.ofHours(4))
                .errorCounts()
                .over(Duration.ofHours(4))
                .build()
                .on(history)
                .materialized(folder.resolve("features").toString());

        Map<String, Boolean> dictionaries = dictionaries();
        assertThat(dictionaries).containsEntry("volt_mean_4h", false);
        assertThat(dictionaries).containsEntry("volt_count_4h", true);
        assertThat(dictionaries).containsEntry("error1_count_4h", true);
    }

    private Map<String, Boolean> dictionaries() {
        Map<String, Boolean> result = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("features"))) {
            files.filter(file -> file.toString().endsWith(".parquet"))
                    .flatMap(file -> chunks(file).stream())
                    .forEach(chunk -> result.merge(
                            chunk.getPath().toDotString(),
                            chunk.getEncodings().stream().anyMatch(Encoding::usesDictionary),
                            Boolean::logicalOr));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static List<ColumnChunkMetaData> chunks(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
            return reader.getFooter().getBlocks().stream()
                    .flatMap(block -> block.getColumns().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
