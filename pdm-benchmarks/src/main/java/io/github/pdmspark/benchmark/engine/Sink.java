package io.github.pdmspark.benchmark.engine;

/** Where a result goes. */
public sealed interface Sink {

    /** All values are computed, none is kept. */
    record Nowhere() implements Sink {}

    /**
     * Parquet files, snappy.
     *
     * @param folder replaced if it exists
     */
    record Parquet(String folder) implements Sink {}
}
