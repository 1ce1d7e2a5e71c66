package io.github.pdmspark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class CsvFilesTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    CsvFilesTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void columnsAreFoundByTheNameInEachFilesOwnHeader() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "machine,volt\n1,170\n");
        Files.writeString(folder.resolve("b.csv"), "volt,machine\n165,2\n");

        DatasetAssert.assertThat(read().select("machine", "volt"))
                .containsExactlyInAnyOrder(List.of(RowFactory.create("1", "170"), RowFactory.create("2", "165")));
    }

    @Test
    void rowsCarryTheirRawLineAndFile() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "machine,volt\n \"1\" ,170\n");

        Row row = read().head();
        assertThat(row.<String>getAs(Columns.RAW_LINE)).isEqualTo(" \"1\" ,170");
        assertThat(row.<String>getAs(Columns.SOURCE_FILE)).endsWith("a.csv");
    }

    @Test
    void linesThatDoNotFitTheHeaderAreKeptAndMarked() throws IOException {
        Files.writeString(
                folder.resolve("a.csv"),
                "machine,volt\n1,170\n2\n3,1,2\n4,\"170\n5,\"1,5\"\n\n  \nmachine,volt\n6,170");

        Dataset<Row> rows = read();
        assertThat(rows.count()).isEqualTo(6);
        assertThat(rows.where(Columns.MALFORMED + " is not null")
                        .select(Columns.RAW_LINE)
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("2", "3,1,2", "4,\"170");
        assertThat(rows.where("machine = '5'").head().<String>getAs("volt")).isEqualTo("1,5");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsDoNotShow() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "\ufeffmachine,volt\r\n1,170\r\n");

        DatasetAssert.assertThat(read().select("machine", "volt"))
                .containsExactlyInAnyOrder(List.of(RowFactory.create("1", "170")));
    }

    @Test
    void gzippedFilesAreRead() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
            out.write("machine,volt\n1,170\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read().select("volt").head().getString(0)).isEqualTo("170");
    }

    @Test
    void otherSeparatorIsDeclared() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "machine;volt\n1;170\n");

        Dataset<Row> rows = CsvFiles.separatedBy(';').read(spark, folder.toString());
        assertThat(rows.select("volt").head().getString(0)).isEqualTo("170");
    }

    @Test
    void filesWithDifferentColumnsAreRefusedByName() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "machine,volt\n1,170\n");
        Files.writeString(folder.resolve("b.csv"), "machine,rotate\n1,450\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("PDM_HEADER_MISMATCH")
                .hasMessageContaining("a.csv: machine,volt")
                .hasMessageContaining("b.csv: machine,rotate");
    }

    @Test
    void headerThatNamesAColumnTwiceIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "machine,volt,volt\n1,170,171\n");

        assertThatThrownBy(this::read).hasMessageContaining("names column 'volt' twice");
    }

    @Test
    void missingAndEmptyFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> CsvFiles.withCommas()
                        .read(spark, folder.resolve("nowhere").toString()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("PDM_PATH_NOT_FOUND")
                .hasMessageContaining("nowhere");
        Files.createFile(folder.resolve("a.csv"));
        assertThatThrownBy(this::read).hasMessageContaining("not even a header line");
    }

    private Dataset<Row> read() {
        return CsvFiles.withCommas().read(spark, folder.toString());
    }
}
