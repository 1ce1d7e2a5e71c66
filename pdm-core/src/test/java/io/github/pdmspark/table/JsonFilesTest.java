package io.github.pdmspark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class JsonFilesTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    JsonFilesTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Spark 3.5 reads a number and writes it anew: the same number, and none where a double cannot hold it. */
    @Test
    void valuesAreTextAsTheyStand() throws IOException {
        Dataset<Row> rows = read("{\"id\": \"01\", \"volt\": 1.50}\n{\"volt\": 1e400, \"id\": 1}\n");

        assertThat(rows.select("id", "volt").collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .containsExactlyInAnyOrder(
                        spark.version().startsWith("3.")
                                ? new String[] {"01 1.5", "1 \"Infinity\""}
                                : new String[] {"01 1.50", "1 1e400"});
    }

    @Test
    void lineThatIsNoObjectIsKeptAndMarked() throws IOException {
        Dataset<Row> rows = read("{\"id\": \"1\"}\n{\"id\": \n");

        Row bad = rows.where(Columns.MALFORMED + " IS NOT NULL").first();
        assertThat(rows.count()).isEqualTo(2);
        assertThat(bad.<String>getAs(Columns.RAW_LINE)).startsWith("{\"id\":");
        assertThat(bad.<String>getAs(Columns.SOURCE_FILE)).endsWith("rows.json");
    }

    @Test
    void missingPathIsNamed() {
        assertThatThrownBy(() -> JsonFiles.read(spark, folder.resolve("none").toString()))
                .isInstanceOfSatisfying(SchemaException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_PATH_NOT_FOUND))
                .hasMessageContaining("There is no JSON file at");
    }

    private Dataset<Row> read(String text) throws IOException {
        Files.writeString(folder.resolve("rows.json"), text);
        return JsonFiles.read(spark, folder.toString());
    }
}
