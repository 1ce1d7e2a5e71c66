package io.github.pdmspark.landing;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;

/**
 * Options of a stream on every Spark line: their method returns another class in 3.5 than in 4.x, so a call that was compiled
 * for one fails on the other.
 */
public final class StreamOptions {

    private StreamOptions() {}

    /** The writer with these options. */
    public static DataStreamWriter<Row> set(DataStreamWriter<Row> writer, Map<String, String> options) {
        try {
            DataStreamWriter.class.getMethod("options", Map.class).invoke(writer, options);
            return writer;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Spark has no DataStreamWriter.options(Map).", e);
        }
    }
}
