package io.github.pdmspark.publication;

import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.Publication.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A published table of PostgreSQL. Tasks write the rows to a table of their own; one transaction then moves them, notes the
 * batch in {@code pdm_publication} and drops that table. Rows are unique by scope, machine and time.
 */
public final class JdbcTable implements PublishedTable {

    private final SparkSession spark;
    private final JdbcDatabase database;
    private final String table;

    private JdbcTable(SparkSession spark, JdbcDatabase database, String table) {
        this.spark = spark;
        this.database = database;
        this.table = table;
    }

    /**
     * The table of this name, {@code table} or {@code schema.table}, which need not exist.
     *
     * @throws IllegalArgumentException if it is no PostgreSQL, or no plain name
     */
    public static JdbcTable of(SparkSession spark, JdbcDatabase database, String table) {
        if (!database.isPostgresql()) {
            throw new IllegalArgumentException("Results are published to PostgreSQL, not to " + database.url()
                    + ". Publish them to Parquet or Delta, and copy them from there.");
        }
        return new JdbcTable(spark, database, JdbcDatabase.named(table));
    }

    @Override
    public Publication publish(Batch batch, Dataset<Row> rows) {
        return publish(batch, rows, PostgresTransaction::replace);
    }

    @Override
    public Publication merge(Batch batch, Dataset<Row> rows) {
        return publish(batch, rows, PostgresTransaction::upsert);
    }

    @Override
    public Dataset<Row> read() {
        return ScopedRows.withoutScope(database.read(spark, table));
    }

    private Publication publish(Batch batch, Dataset<Row> rows, Move move) {
        try (Connection connection = database.connect()) {
            PostgresLedger ledger = new PostgresLedger(connection, table);
            ledger.create();
            long seen = ledger.version();
            Optional<Publication> there = ledger.intact(batch);
            if (there.isPresent()) {
                return there.get();
            }
            PostgresTransaction transaction =
                    new PostgresTransaction(connection, table, PostgresColumns.of(ScopedRows.of(batch, rows)));
            String stage = table + "_stage_" + UUID.randomUUID().toString().replace("-", "");
            transaction.createStage(stage);
            try {
                database.writer(ScopedRows.of(batch, rows), stage).save();
                return transaction.run(() -> {
                    long version = ledger.lock();
                    ledger.requireNoneSince(seen, batch);
                    move.into(transaction, stage, batch);
                    long count = transaction.count(batch);
                    ledger.add(batch, version + 1, count);
                    return new Publication(Outcome.PUBLISHED, version + 1, count);
                });
            } finally {
                transaction.drop(stage);
            }
        } catch (PublishException e) {
            throw e;
        } catch (Exception e) { // SparkException is checked, but Scala does not declare it
            ScopedRows.throwIfRefused(batch, e);
            throw failed(e);
        }
    }

    private PublishException failed(Exception cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_PUBLISH_FAILED,
                        "The batch was not published to table '" + table + "' of " + database.url() + ": "
                                + ScopedRows.reason(cause)
                                + " What was there is still there.",
                        "mend the cause, then run the batch again."),
                cause);
    }

    /** How staged rows come into the table. */
    private interface Move {
        void into(PostgresTransaction transaction, String stage, Batch batch) throws SQLException;
    }
}
