package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.database.ReadRanges;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.testing.LocalSpark;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Publishes to a PostgreSQL that runs beside the test. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class JdbcTableTest extends PublishedTableContract {

    private static EmbeddedPostgres server;
    private static int tables;

    private final SparkSession spark;
    private final JdbcDatabase database;
    private String name = "";

    JdbcTableTest(SparkSession spark) {
        this.spark = spark;
        this.database = new JdbcDatabase(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                Optional.of("postgres"),
                Optional.of("canary-secret"));
    }

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    PublishedTable table() {
        name = "scores_" + ++tables;
        return JdbcTable.of(spark, database, name);
    }

    @Override
    SparkSession spark() {
        return spark;
    }

    @Test
    void batchThatWasPublishedMeanwhileIsAConflict() throws SQLException {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        Batch other = batch("other", "m", 12, 14);
        Dataset<Row> slow = rows(spark, day)
                .map(
                        (org.apache.spark.api.java.function.MapFunction<Row, Row>) row -> {
                            Overtaking.once();
                            return row;
                        },
                        org.apache.spark.sql.Encoders.row(rows(spark, day).schema()));
        Overtaking.by(() -> JdbcTable.of(spark, database, name).publish(other, rows(spark, other)));

        assertThatThrownBy(() -> table.publish(day, slow))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("batch 'other' was published into the same range meanwhile");
        assertThat(byKey(table.read())).hasSize(2);
        assertThat(tablesLike("%stage%")).isEmpty();
    }

    @Test
    void failureInTheTransactionLeavesTheOldRows() throws SQLException {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        table.publish(day, rows(spark, day));
        Batch again = new Batch("day", "m", day.range(), "v2");

        assertThatThrownBy(() -> table.publish(again, rows(spark, again).union(rows(spark, again))))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("duplicate key")
                .hasMessageNotContaining("canary-secret");
        assertThat(byKey(table.read())).hasSize(24);
        assertThat(tablesLike("%stage%")).isEmpty();
    }

    @Test
    void tableIsReadInRanges() {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        table.publish(day, rows(spark, day));

        Dataset<Row> read =
                database.read(spark, name, new ReadRanges("as_of", "2015-01-01 06:00:00", "2015-01-01 18:00:00", 4));

        assertThat(read.toJavaRDD().getNumPartitions()).isEqualTo(4);
        assertThat(byKey(read.drop(ScopedRows.SCOPE))).isEqualTo(byKey(table.read()));
    }

    @Test
    void missingDriverIsNamed() {
        JdbcDatabase other = new JdbcDatabase(
                "jdbc:oracle:thin:@//localhost:1/fleet", Optional.of("u"), Optional.of("canary-secret"));
        assertThatThrownBy(() -> other.read(spark, "t"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the driver oracle.jdbc.OracleDriver is not on the class path.")
                .hasMessageNotContaining("canary-secret");
    }

    @Test
    void missingTableAndServerAreNamed() {
        assertThatThrownBy(() -> database.read(spark, "nowhere"))
                .isInstanceOfSatisfying(SchemaException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_DATABASE_UNREACHABLE))
                .hasMessageContaining("Table 'nowhere' of jdbc:postgresql://localhost");
        JdbcDatabase gone = new JdbcDatabase(
                "jdbc:postgresql://localhost:1/postgres", Optional.of("u"), Optional.of("canary-secret"));
        Batch day = batch("day", "m", 0, 1);
        assertThatThrownBy(() -> JdbcTable.of(spark, gone, "t").publish(day, rows(spark, day)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("localhost:1")
                .hasMessageNotContaining("canary-secret");
    }

    private static List<String> tablesLike(String pattern) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE tablename LIKE '" + pattern + "'")) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }
}
