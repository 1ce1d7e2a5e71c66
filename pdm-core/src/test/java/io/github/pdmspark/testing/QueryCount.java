package io.github.pdmspark.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;

/** Counts the Spark queries that a piece of code runs: the actions, whatever number of stages each has. */
public final class QueryCount {

    private QueryCount() {}

    /** The number of queries that {@code code} ran to their end on this session, failed ones included. */
    public static int of(SparkSession spark, Runnable code) {
        AtomicInteger queries = new AtomicInteger();
        QueryExecutionListener listener = new QueryExecutionListener() {
            @Override
            public void onSuccess(String name, QueryExecution query, long nanos) {
                queries.incrementAndGet();
            }

            @Override
            public void onFailure(String name, QueryExecution query, Exception error) {
                queries.incrementAndGet();
            }
        };
        settle(spark);
        spark.listenerManager().register(listener);
        try {
            code.run();
            settle(spark);
        } finally {
            spark.listenerManager().unregister(listener);
        }
        return queries.get();
    }

    private static void settle(SparkSession spark) {
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("Spark's listener bus did not come to rest.", e);
        }
    }
}
