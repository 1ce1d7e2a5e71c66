package io.github.pdmspark.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.testing.OtherJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void sessionWithoutTheClassesSaysSoInTheFirstLine() {
        FleetHistory history = SmallFleet.history(session());

        assertThatThrownBy(() -> SmallFleet.features(history).rows().collectAsList())
                .isInstanceOfSatisfying(PdmException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_CLASSES_NOT_UPLOADED))
                .hasMessageStartingWith("PDM_CLASSES_NOT_UPLOADED This session cannot run the compiled classes")
                .hasMessageContaining("addArtifact");
    }
}
