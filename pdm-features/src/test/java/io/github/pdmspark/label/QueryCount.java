package io.github.pdmspark.label;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/** Counts the Spark queries that an action starts. */
public final class QueryCount extends SparkListener {

    private final AtomicInteger queries = new AtomicInteger();

    private QueryCount() {}

    /** The number of queries that {@code action} runs. */
    public static int of(SparkSession spark, Runnable action) {
        SparkContext context = spark.sparkContext();
        QueryCount count = new QueryCount();
        settle(context);
        context.addSparkListener(count);
        try {
            action.run();
            settle(context);
        } finally {
            context.removeSparkListener(count);
        }
        return count.queries.get();
    }

    private static void settle(SparkContext context) {
        try {
            context.listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new AssertionError("Spark did not deliver its events in time.", e);
        }
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
        if (event instanceof SparkListenerSQLExecutionStart) {
            queries.incrementAndGet();
        }
    }
}
