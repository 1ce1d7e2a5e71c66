package io.github.pdmspark.pipeline;

import static org.apache.spark.sql.functions.expr;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Computes the same features in every session zone; a program, so that a JVM can have a zone of its own from its start. */
final class FeaturesInZones {

    static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata");

    private FeaturesInZones() {}

    /** Writes the rows of all session zones, one after the other, to a file. */
    public static void main(String... arguments) throws IOException {
        Files.write(Path.of(arguments[0]), inAllSessionZones(LocalSpark.session()));
    }

    static List<String> inAllSessionZones(SparkSession spark) {
        String before = spark.conf().get("spark.sql.session.timeZone");
        List<String> rows = new ArrayList<>();
        try {
            for (String zone : ZONES) {
                spark.conf().set("spark.sql.session.timeZone", zone);
                rows.addAll(features(spark));
            }
        } finally {
            spark.conf().set("spark.sql.session.timeZone", before);
        }
        return rows;
    }

    /** Times as text in New York, one of them skipped and one repeated, and a reading that is no number. */
    static List<String> features(SparkSession spark) {
        String times = "select '1' as m, concat(cast(date_add(date'2015-03-05', cast(i div 12 as int)) as string), '"
                + " ', lpad(cast((i % 12) * 2 as string), 2, '0'), ':30:00') as t, if(i = 40, 'abc', cast(i as string)) as"
                + " x from range(96) as r(i) union all select '1', '2015-11-01 01:30:00', '7'";
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneId.of("America/New_York"))
                .telemetry(Telemetry.from(spark.sql(times))
                        .machineId("m")
                        .time("t")
                        .sensors("x")
                        .maxRejectedShare(0.1))
                .errors(ErrorLog.from(spark.sql("select '1' as m, date'2015-03-08' as t, 'e1' as e"))
                        .machineId("m")
                        .time("t")
                        .code("e"))
                .build();
        return FeaturePipeline.builder()
                .every(Duration.ofHours(6))
                .rolling(Statistic.MEAN, Statistic.LAST, Statistic.SLOPE)
                .over(Duration.ofHours(12))
                .errorCounts()
                .over(Duration.ofDays(1))
                .build()
                .on(history)
                .rows()
                .withColumn("at", expr("unix_micros(as_of)"))
                .drop("as_of")
                .where("at < 1426000000000000")
                .orderBy("at")
                .collectAsList()
                .stream()
                .map(Object::toString)
                .toList();
    }
}
