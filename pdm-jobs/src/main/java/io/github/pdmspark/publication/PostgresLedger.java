package io.github.pdmspark.publication;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.Publication.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which batches a table of PostgreSQL holds: one row a publication in {@code pdm_publication}, numbered. */
final class PostgresLedger {

    private static final String CREATE = """
        CREATE TABLE IF NOT EXISTS pdm_publication (
          table_name text NOT NULL, version bigint NOT NULL, batch text NOT NULL, scope text NOT NULL,
          fingerprint text NOT NULL, range_start timestamptz NOT NULL, range_end timestamptz NOT NULL,
          row_count bigint NOT NULL, PRIMARY KEY (table_name, version))\
        """;
    private static final String OVERLAPPING = """
        SELECT version, batch, fingerprint, range_start = ? AND range_end = ? AS same_range, row_count
        FROM pdm_publication
        WHERE range_start < ? AND ? < range_end AND scope = ? AND table_name = ? AND version > ?
        ORDER BY version DESC LIMIT 1\
        """;

    private final Connection connection;
    private final String table;

    PostgresLedger(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** One at a time: two that create the same table at once would fail. */
    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "BEGIN; SELECT pg_advisory_xact_lock(hashtext('pdm_publication')); " + CREATE + "; COMMIT");
        }
    }

    /** The number of the latest publication, 0 before the first. */
    long version() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT coalesce(max(version), 0) FROM pdm_publication WHERE table_name = ?")) {
            select.setString(1, table);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** The same, held against other publishers until the transaction ends. */
    long lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE pdm_publication IN SHARE ROW EXCLUSIVE MODE");
        }
        return version();
    }

    /** The batch, if it is what was last published into its range. */
    Optional<Publication> intact(Batch batch) throws SQLException {
        try (PreparedStatement select = overlapping(batch, 0);
                ResultSet result = select.executeQuery()) {
            boolean same = result.next()
                    && batch.id().equals(result.getString("batch"))
                    && batch.fingerprint().equals(result.getString("fingerprint"))
                    && result.getBoolean("same_range");
            return same
                    ? Optional.of(new Publication(
                            Outcome.ALREADY_THERE, result.getLong("version"), result.getLong("row_count")))
                    : Optional.empty();
        }
    }

    void requireNoneSince(long version, Batch batch) throws SQLException {
        try (PreparedStatement select = overlapping(batch, version);
                ResultSet result = select.executeQuery()) {
            if (result.next()) {
                throw new PublishException(new Problem(
                        ErrorCondition.PDM_PUBLISH_CONFLICT,
                        "Batch '" + batch.id() + "' was not published in table '" + table + "': batch '"
                                + result.getString("batch")
                                + "' was published into the same range meanwhile. Nothing of that was changed.",
                        "let one run at a time publish a range, then run this batch again if it is still wanted."));
            }
        }
    }

    void add(Batch batch, long version, long rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO pdm_publication VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, table);
            insert.setLong(2, version);
            insert.setString(3, batch.id());
            insert.setString(4, batch.scope());
            insert.setString(5, batch.fingerprint());
            insert.setObject(6, batch.range().start().atOffset(ZoneOffset.UTC));
            insert.setObject(7, batch.range().end().atOffset(ZoneOffset.UTC));
            insert.setLong(8, rows);
            insert.executeUpdate();
        }
    }

    private PreparedStatement overlapping(Batch batch, long version) throws SQLException {
        PreparedStatement select = connection.prepareStatement(OVERLAPPING);
        select.setObject(1, batch.range().start().atOffset(ZoneOffset.UTC));
        select.setObject(2, batch.range().end().atOffset(ZoneOffset.UTC));
        select.setObject(3, batch.range().end().atOffset(ZoneOffset.UTC));
        select.setObject(4, batch.range().start().atOffset(ZoneOffset.UTC));
        select.setString(5, batch.scope());
        select.setString(6, table);
        select.setLong(7, version);
        return select;
    }
}
