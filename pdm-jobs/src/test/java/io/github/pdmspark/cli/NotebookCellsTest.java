package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The cells of the page for Databricks, compiled and run. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class NotebookCellsTest {

    private static final Path PAGE = Path.of("../docs/how-to/databricks.md");

    @TempDir
    private Path folder;

    @Test
    void scalaCellScoresAndSqlCellReadsTheScores(SparkSession spark) throws Exception {
        CommandFleet fleet = CommandFleet.trained(spark, folder);
        runScala(
                spark,
                cell("scala")
                        .replace("/Volumes/main/fleet/pdm/pdm.yaml", fleet.path("pdm.yaml"))
                        .replace("2015-11-15", "2015-02-24")
                        .replace("2015-11-16", "2015-02-25"));

        fleet.scores("scores").createOrReplaceTempView("scores_of_the_cell");
        List<Row> rows = spark.sql(cell("sql").replace("main.fleet.scores", "scores_of_the_cell"))
                .collectAsList();
        assertThat(rows)
                .hasSize(6)
                .extracting(row -> row.getAs("as_of").toString())
                .containsOnly("2015-02-24 18:00:00.0");
    }

    private static String cell(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** Compiles the cell as a notebook does, with {@code spark} in scope. */
    private void runScala(SparkSession spark, String cell) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Cell.scala"),
                "object Cell { def run(spark: org.apache.spark.sql.SparkSession): Unit = {\n" + cell + "\n} }\n");
        Path classes = Files.createDirectories(folder.resolve("cell"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled = scala.tools.nsc.Main.process(
                new String[] {"-cp", classPath, "-d", classes.toString(), source.toString()});
        assertThat(compiled).isTrue();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("Cell").getMethod("run", SparkSession.class).invoke(null, spark);
        }
    }
}
