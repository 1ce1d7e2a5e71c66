package io.github.pdmspark.publication;

import io.github.pdmspark.schema.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** What is done to a table of PostgreSQL, all or nothing. Names of tables were checked before. */
final class PostgresTransaction {

    private static final String WHOLE =
            " WHERE \"" + ScopedRows.SCOPE + "\" = ? AND " + Columns.AS_OF + " >= ? AND " + Columns.AS_OF + " < ?";

    private final Connection connection;
    private final String table;
    private final PostgresColumns columns;

    PostgresTransaction(Connection connection, String table, PostgresColumns columns) {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
    }

    /** Not logged: it lives as long as the run, and what it holds can be computed again. */
    void createStage(String stage) throws SQLException {
        execute("CREATE UNLOGGED TABLE " + stage + " (" + String.join(", ", columns.declarations()) + ")");
    }

    void drop(String stage) throws SQLException {
        execute("DROP TABLE IF EXISTS " + stage);
    }

    <T> T run(Callable<T> work) throws Exception {
        connection.setAutoCommit(false);
        try {
            T result = work.call();
            connection.commit();
            return result;
        } catch (Exception e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    void replace(String stage, Batch batch) throws SQLException {
        createTable();
        try (PreparedStatement delete = whole("DELETE FROM " + table, batch)) {
            delete.executeUpdate();
        }
        execute(insert(stage));
    }

    void upsert(String stage, Batch batch) throws SQLException {
        createTable();
        execute(insert(stage) + " ON CONFLICT (" + PostgresColumns.key() + ") DO UPDATE SET " + columns.assignments());
    }

    long count(Batch batch) throws SQLException {
        try (PreparedStatement select = whole("SELECT count(*) FROM " + table, batch);
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private void createTable() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS " + table + " (" + String.join(", ", columns.declarations())
                + ", PRIMARY KEY (" + PostgresColumns.key() + "))");
    }

    private String insert(String stage) {
        return "INSERT INTO " + table + " (" + columns.listed() + ") SELECT " + columns.listed() + " FROM " + stage;
    }

    private PreparedStatement whole(String statement, Batch batch) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement + WHOLE);
        prepared.setString(1, batch.scope());
        prepared.setObject(2, batch.range().start().atOffset(ZoneOffset.UTC));
        prepared.setObject(3, batch.range().end().atOffset(ZoneOffset.UTC));
        return prepared;
    }

    private void execute(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
