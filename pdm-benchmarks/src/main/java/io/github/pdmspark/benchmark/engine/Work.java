package io.github.pdmspark.benchmark.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an engine computes: a row per machine every 12 h, from the first reading to one hour after the last one. Every
 * window is half-open and ends before the time of the row.
 */
public enum Work {
    /** Mean and sample standard deviation of four sensors over 12, 24 and 36 h; computed, not written. */
    TELEMETRY,
    /**
     * The same with error counts over 24 h, hours since maintenance, the attributes of the machine and which component
     * fails within 7 days; written as Parquet.
     */
    WHOLE;

    static final List<String> SENSORS = List.of("volt", "rotate", "pressure", "vibration");
    static final int STEP_HOURS = 12;
    static final int WINDOWS = 3;
    static final int CODES = 5;
    static final int COMPONENTS = 4;
    static final int MODELS = 4;
    static final int HORIZON_DAYS = 7;
    static final int ERROR_STEPS = 2;

    /** The columns of the result, {@code machine_id} and {@code as_of} first. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("machine_id", "as_of"));
        columns.addAll(statistics());
        if (this == WHOLE) {
            columns.addAll(numbered("error%d_count_24h", CODES));
            columns.addAll(numbered("hours_since_comp%d", COMPONENTS));
            columns.addAll(numbered("model_is_model%d", MODELS));
            columns.addAll(List.of("age", "label_status", "label"));
        }
        return List.copyOf(columns);
    }

    private static List<String> statistics() {
        return SENSORS.stream()
                .flatMap(sensor -> Stream.of("mean", "stddev").flatMap(statistic -> IntStream.rangeClosed(1, WINDOWS)
                        .mapToObj(window -> sensor + "_" + statistic + "_" + window * STEP_HOURS + "h")))
                .toList();
    }

    private static List<String> numbered(String format, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(format::formatted).toList();
    }
}
