package io.github.pdmspark.pipeline;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P6 and R23: neither the zone of the session or the JVM nor ANSI mode changes a feature; two changes of clocks lie within. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class ZoneMatrixTest {

    private static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Kolkata");

    @Test
    void zonesOfSessionAndJvmChangeNoFeature(SparkSession spark) {
        String session = spark.conf().get("spark.sql.session.timeZone");
        TimeZone machine = TimeZone.getDefault();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try {
            for (String jvmZone : ZONES) {
                for (String sessionZone : ZONES) {
                    TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
                    spark.conf().set("spark.sql.session.timeZone", sessionZone);
                    rows.put(jvmZone + " " + sessionZone, features(spark));
                }
            }
        } finally {
            TimeZone.setDefault(machine);
            spark.conf().set("spark.sql.session.timeZone", session);
        }
        assertAllEqual(rows, 9);
    }

    @Test
    void ansiModeChangesNoFeature(SparkSession spark) {
        String before = spark.conf().get("spark.sql.ansi.enabled");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try {
            for (String ansi : List.of("true", "false")) {
                spark.conf().set("spark.sql.ansi.enabled", ansi);
                rows.put(ansi, features(spark));
            }
        } finally {
            spark.conf().set("spark.sql.ansi.enabled", before);
        }
        assertAllEqual(rows, 2);
    }

    private static void assertAllEqual(Map<String, List<String>> rows, int size) {
        List<String> first = rows.values().iterator().next();
        assertThat(first).hasSizeGreaterThan(20);
        assertThat(rows)
                .hasSize(size)
                .allSatisfy((zones, found) -> assertThat(found).as(zones).isEqualTo(first));
    }

    /** Times as text in New York, one of them skipped and one repeated, and a reading that is no number. */
    private static List<String> features(SparkSession spark) {
        String times = "select '1' as m, concat(cast(date_add(date'2015-03-05', cast(i div 12 as int)) as string), ' ',"
                + " lpad(cast((i % 12) * 2 as string), 2, '0'), ':30:00') as t, if(i = 40, 'abc', cast(i as string)) as x"
                + " from range(96) as r(i) union all select '1', '2015-11-01 01:30:00', '7'";
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneId.of("America/New_York"))
                .telemetry(Telemetry.from(spark.sql(times))
                        .machineId("m")
                        .time("t")
                        .sensors("x"))
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
