package io.github.pdmspark.database;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.Redaction;
import io.github.pdmspark.error.SchemaException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A database and who connects to it. Prints without password.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/fleet}; its driver and its parameters must be known ones
 * @param user who connects
 * @param password with which password
 */
public record JdbcDatabase(String url, Optional<String> user, Optional<String> password) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final int FETCHED_ROWS = 10_000;

    public JdbcDatabase {
        JdbcDriver.of(url);
    }

    /** Whether results can be published there. */
    public boolean isPostgresql() {
        return JdbcDriver.of(url) == JdbcDriver.POSTGRESQL;
    }

    /**
     * The rows of a table. Lazy but for its schema.
     *
     * @throws SchemaException {@code PDM_DATABASE_UNREACHABLE} if the database cannot be reached or has no such table
     */
    public Dataset<Row> read(SparkSession spark, String table) {
        return load(reader(spark, table), table);
    }

    /** The same, read by several tasks, each with its range of a column. Rows outside of the limits are read, too. */
    public Dataset<Row> read(SparkSession spark, String table, ReadRanges ranges) {
        DataFrameReader reader = reader(spark, table)
                .option("partitionColumn", ranges.column())
                .option("lowerBound", ranges.lower())
                .option("upperBound", ranges.upper())
                .option("numPartitions", ranges.count());
        return load(reader, table);
    }

    /** A writer of Spark to a table that exists. */
    public DataFrameWriter<Row> writer(Dataset<Row> rows, String table) {
        DataFrameWriter<Row> writer = rows.write()
                .format("jdbc")
                .mode("append")
                .option("url", url)
                .option("driver", JdbcDriver.of(url).className())
                .option("dbtable", named(table));
        user.ifPresent(name -> writer.option("user", name));
        password.ifPresent(secret -> writer.option("password", secret));
        return writer;
    }

    /** A connection of this JVM. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        Connection connection = driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take the URL " + Redaction.of(url) + ".");
        }
        return connection;
    }

    /** The name of a table, {@code table} or {@code schema.table}, when it is a plain one. */
    public static String named(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("A table of a database is named 'table' or 'schema.table' with letters,"
                    + " digits and _, not '" + table + "'.");
        }
        return table;
    }

    @Override
    public String toString() {
        return "JdbcDatabase[" + Redaction.of(url) + "]";
    }

    private DataFrameReader reader(SparkSession spark, String table) {
        DataFrameReader reader = spark.read()
                .format("jdbc")
                .option("url", url)
                .option("driver", JdbcDriver.of(url).className())
                .option("fetchsize", FETCHED_ROWS)
                .option("dbtable", named(table));
        user.ifPresent(name -> reader.option("user", name));
        password.ifPresent(secret -> reader.option("password", secret));
        return reader;
    }

    private Dataset<Row> load(DataFrameReader reader, String table) {
        try {
            return reader.load();
        } catch (Exception e) { // SQLException is checked, but Scala does not declare it
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_DATABASE_UNREACHABLE,
                    "Table '" + table + "' of " + url + " cannot be read: " + reason(e),
                    "check host, port, user, password and table, and that the driver is on the class path."));
        }
    }

    /** Such an error has the name of the class as its message, nothing else. */
    private static String reason(Throwable e) {
        return e instanceof ClassNotFoundException
                ? "the driver " + firstLine(e) + " is not on the class path."
                : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** By name from the loader that sees attached jars, and not through the driver manager, which does not. */
    private Driver driver() throws SQLException {
        String name = JdbcDriver.of(url).className();
        ClassLoader attached = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(name, true, attached)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException("The driver " + name + " is not on the class path; attach its jar.", e);
        }
    }
}
