package io.github.pdmspark.job;

import io.github.pdmspark.follow.LandedTable;
import io.github.pdmspark.spec.FleetSpec;
import io.github.pdmspark.spec.FleetSpec.Dated;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.storage.FleetReader;
import io.github.pdmspark.storage.Sources;
import io.github.pdmspark.table.Suspensions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The tables of a specification to which records are added. Attributes of machines are not among them. */
final class LandedTables {

    private static final String TELEMETRY = "telemetry";

    private LandedTables() {}

    /** What happened to machines before their readings, so that a run knows it when readings complete a prediction time. */
    static List<LandedTable> of(SparkSession spark, JobSpec spec) {
        FleetSpec sources = spec.sources();
        Map<String, Dated> tables = new LinkedHashMap<>();
        sources.errors().ifPresent(table -> tables.put("errors", table));
        sources.maintenance().ifPresent(table -> tables.put("maintenance", table));
        sources.failures().ifPresent(table -> tables.put("failures", table));
        sources.suspensions().ifPresent(table -> tables.put(Suspensions.NAME, table));
        tables.put(TELEMETRY, sources.telemetry());
        return tables.entrySet().stream()
                .map(table -> new LandedTable(
                        table.getKey(),
                        table.getKey().equals(TELEMETRY),
                        Sources.follow(spark, table.getValue().from(), table.getKey()),
                        rows -> FleetReader.accepted(spec, table.getValue(), rows)))
                .toList();
    }
}
