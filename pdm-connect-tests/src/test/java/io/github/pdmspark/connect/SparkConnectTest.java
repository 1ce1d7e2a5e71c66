package io.github.pdmspark.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.testing.OtherJvm;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core and features through a real Spark Connect server; this JVM has the client alone. */
@Tag("slow")
class SparkConnectTest {

    @TempDir
    private static Path folder;

    private static ConnectServer server;

    @BeforeAll
    static void start() throws Exception {
        server = ConnectServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static SparkSession session() {
        return SparkSession.builder().remote(server.url()).create();
    }

    @Test
    void uploadedClassesGiveTheRowsOfAClassicSession() throws Exception {
        SparkSession spark = session();
        for (Path jar : jars()) {
            spark.addArtifact(jar.toString());
        }
        Path classic = folder.resolve("classic.txt");
        String classPath = Stream.concat(
                                jars().stream(),
                                Stream.of(Path.of(ConnectServer.jarOf(OtherJvm.class, folder)
                                        .toString())))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator, "", File.pathSeparator))
                + ConnectServer.classPath();
        new OtherJvm(classPath, OtherJvm.opens())
                .run(ClassicRows.class, folder.resolve("classic.log"), Duration.ofMinutes(3), classic.toString());

        List<String> lines = SmallFleet.lines(spark);

        assertThat(lines).hasSizeGreaterThan(90).isEqualTo(Files.readAllLines(classic));
    }

    private static List<Path> jars() throws Exception {
        return List.of(
                ConnectServer.jarOf(FleetHistory.class, folder),
                ConnectServer.jarOf(FeatureKernel.class, folder),
                ConnectServer.jarOf(SmallFleet.class, folder));
    }

    @Test
    void reportsAreMadeOverConnect() {
        SparkSession spark = session();
        Notebook notebook = Notebook.titled(
                "Report", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

        Results.in(notebook).quality(SmallFleet.history(spark).quality()).scores(scores(spark), 5);
        notebook.chart(Charts.bars(
                "How many rows?",
                "rows",
                scores(spark).groupBy("status").count().orderBy("status")));

        assertThat(notebook.html())
                .contains("telemetry", "too many readings missing", "comp1", "How many rows?")
                .contains("<svg");
    }

    private static Dataset<Row> scores(SparkSession spark) {
        return spark.sql("select * from values"
                + " ('1', timestamp'2015-01-02 00:00:00Z', 'SCORED', 0.9D, 'comp1', 'm'),"
                + " ('2', timestamp'2015-01-02 00:00:00Z', 'LOW_COVERAGE', null, null, 'm')"
                + " as t(machine_id, as_of, status, score, top_component, model_id)");
    }

    @Test
    void sessionWithoutTheClassesSaysSoInTheFirstLine() {
        FleetHistory history = SmallFleet.history(session());

        assertThatThrownBy(() -> SmallFleet.features(history).rows().collectAsList())
                .isInstanceOfSatisfying(PdmException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_CLASSES_NOT_UPLOADED))
                .hasMessageStartingWith("PDM_CLASSES_NOT_UPLOADED This session cannot run the compiled classes")
                .hasMessageContaining("addArtifact");
    }
}
