package io.github.pdmspark.job;

import io.github.pdmspark.job.JobResult.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Looks at the session and the JVM, and says what would not work and what to change. */
public final class DoctorJob {

    private static final List<String> TESTED = List.of("3.5.6", "4.0.1", "4.1.0");
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 21;

    private DoctorJob() {}

    /** Runs no Spark job. */
    public static JobResult run(SparkSession spark) {
        List<String> changes = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        boolean connect = spark.getClass().getName().contains(".connect.");
        values.put("spark", spark.version());
        if (!TESTED.contains(spark.version())) {
            changes.add("Spark " + spark.version() + " is not one of those that were tested: " + TESTED + ".");
        }
        String scalaVersion = scala.util.Properties.versionNumberString();
        values.put("scala", scalaVersion);
        if (!scalaVersion.startsWith("2.13.")) {
            changes.add("Scala is " + scalaVersion + ": choose a Spark or a runtime for Scala 2.13.");
        }
        int java = Runtime.version().feature();
        values.put("java", java);
        if (java < OLDEST_JAVA || java > NEWEST_JAVA) {
            changes.add("Java is " + java + ": run on 17 or 21.");
        }
        values.put("ansi", spark.conf().get("spark.sql.ansi.enabled"));
        values.put("session_zone", spark.conf().get("spark.sql.session.timeZone"));
        values.put("session", connect ? "connect" : "classic");
        values.put("mllib", !connect && mllib());
        if (connect) {
            changes.add("This session goes through Spark Connect: train and score with MLlib models need dedicated"
                    + " compute; portable models score here.");
        } else if (!mllib()) {
            changes.add("MLlib is not on the class path: add spark-mllib to train.");
        }
        values.put("master", connect ? "remote" : spark.conf().get("spark.master", "unknown"));
        values.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
        values.put("cores", Runtime.getRuntime().availableProcessors());
        values.put("changes", changes);
        return new JobResult("doctor", changes.isEmpty() ? Outcome.OK : Outcome.FINDINGS, values, List.of(), 0);
    }

    private static boolean mllib() {
        try {
            Class.forName("org.apache.spark.ml.Pipeline", false, DoctorJob.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
