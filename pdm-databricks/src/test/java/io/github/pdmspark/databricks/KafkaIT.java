package io.github.pdmspark.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka, landing, features, scores, PostgreSQL: all real, each in a process of its own. */
@Tag("cluster")
class KafkaIT {

    @TempDir
    private Path folder;

    @Test
    void scoresInPostgresqlAreThoseOfTheFiles() throws IOException, InterruptedException, SQLException {
        SparkHome home = SparkHome.of("4.0.1");
        StoryRuns runs = new StoryRuns(folder);
        JsonNode files = runs.submitted("files", home, "local[2]", StoryRuns.CLEAN);

        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + database.getPort() + "/postgres";
            JsonNode kafka = runs.throughKafka("kafka", home, freePort(), url);

            assertThat(kafka.get("landed1").asLong() + kafka.get("landed2").asLong())
                    .isEqualTo(kafka.get("sent").asLong());
            assertThat(kafka.get("landed3").asLong()).as("nothing twice").isZero();
            assertThat(kafka.get("rows")).isEqualTo(kafka.get("sent"));
            assertThat(kafka.get("malformed").asLong()).isEqualTo(1);
            ClusterIT.assertSameResults(files, kafka);
            assertThat(rows(database, "scores"))
                    .isEqualTo(kafka.get("published").asLong());
        }
    }

    private static long rows(EmbeddedPostgres database, String table) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** A port that is free, and so is the one after it. */
    private static int freePort() throws IOException {
        int port = 39_092;
        while (!isFree(port) || !isFree(port + 1)) {
            port++;
        }
        return port;
    }

    private static boolean isFree(int port) throws IOException {
        try {
            new ServerSocket(port).close();
            return true;
        } catch (BindException e) {
            return false;
        }
    }
}
