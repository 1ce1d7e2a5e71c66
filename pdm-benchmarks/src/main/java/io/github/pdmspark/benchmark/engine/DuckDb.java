package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** DuckDB inside this JVM with two threads; a result that is not kept is reduced to the maximum of every column. */
public final class DuckDb implements Engine {

    private static final List<String> SETTINGS =
            List.of("SET threads = 2", "SET TimeZone = 'UTC'", "SET preserve_insertion_order = false");

    private final String name;
    private final TileSql sql;

    private DuckDb(String name, WindowStyle style) {
        this.name = name;
        this.sql = new TileSql(Dialect.DUCKDB, style);
    }

    /** The SQL that took least CPU of those tried. */
    public static DuckDb best() {
        return new DuckDb("duckdb", WindowStyle.JOINS);
    }

    /** Windows as frames over tiles, as most people would write them. */
    public static DuckDb withFrames() {
        return new DuckDb("duckdb-frames", WindowStyle.FRAMES);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Work work, StoredFleet fleet, Sink sink) {
        String query = "SELECT " + String.join(", ", work.columns()) + " FROM (" + sql.of(work) + ")";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String table : StoredFleet.TABLES) {
                statement.execute("CREATE VIEW " + table + " AS SELECT * FROM read_parquet('"
                        + fleet.path(table).replace("'", "''") + "/*.parquet')");
            }
            execute(statement, query, sink);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not run: " + query, e);
        }
    }

    private static void execute(Statement statement, String query, Sink sink) throws SQLException {
        if (sink instanceof Sink.Parquet parquet) {
            statement.execute("COPY (" + query + ") TO '" + parquet.folder().replace("'", "''")
                    + "' (FORMAT parquet, COMPRESSION snappy, PER_THREAD_OUTPUT true, OVERWRITE true)");
            return;
        }
        try (ResultSet maxima = statement.executeQuery("SELECT max(COLUMNS(*)) FROM (" + query + ")")) {
            if (!maxima.next()) {
                throw new IllegalStateException("DuckDB gave no row for: " + query);
            }
        }
    }
}
