package io.github.pdmspark.pipeline;

import io.github.pdmspark.fleet.FleetHistory;
import java.io.Serializable;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What another table says about the rows of a feature table, computed in the same pass over the machines, so that wide rows
 * need no join. It sees records of its own and no feature; no feature sees its records.
 */
public interface RowCompanion extends Serializable {

    /** What it sees of a history: {@code machine_id string, kind int, event_time timestamp, name string}. Lazy. */
    Dataset<Row> records(FleetHistory history);

    /**
     * The remarks on one machine, asked for in ascending order of prediction times in microseconds.
     *
     * @param records those of this machine, in any order
     */
    LongFunction<Remark> of(Machine machine, List<CompanionRecord> records);

    /**
     * A machine with telemetry.
     *
     * @param firstReading microseconds of its first reading
     * @param endOfObservation microseconds until which it was observed
     */
    record Machine(String machineId, long firstReading, long endOfObservation) {}

    /**
     * A record that only the companion sees.
     *
     * @param kind which of its tables, 0 or more
     * @param time microseconds since the epoch
     */
    record CompanionRecord(int kind, long time, String name) {}

    /**
     * What is said about one row.
     *
     * @param number NaN stands for null
     */
    record Remark(List<String> texts, double number) {

        public Remark {
            texts = List.copyOf(texts);
        }
    }
}
