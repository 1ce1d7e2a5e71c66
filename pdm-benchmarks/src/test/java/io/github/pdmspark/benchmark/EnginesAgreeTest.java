package io.github.pdmspark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.benchmark.engine.Engine;
import io.github.pdmspark.benchmark.engine.Sink;
import io.github.pdmspark.benchmark.engine.Work;
import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.simulator.Faults;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class EnginesAgreeTest {

    private static final int MACHINES = 12;
    private static final int DAYS = 21;

    private final SparkSession spark;

    @TempDir
    private Path folder;

    EnginesAgreeTest(SparkSession spark) {
        this.spark = spark;
        spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    }

    @Test
    void allEnginesAgreeWithoutGaps() {
        StoredFleet fleet = StoredFleet.simulated(spark, folder, MACHINES, DAYS, Faults.none());

        for (Work work : Work.values()) {
            agree(work, fleet, Benchmarks.engines(spark));
        }
    }

    /** The notebook's windows count rows, so it is left out. */
    @Test
    void allOthersAgreeWithGapsAndEmptyCells() {
        StoredFleet fleet = StoredFleet.simulated(spark, folder, MACHINES, DAYS, new Faults(60, 0.05));
        Map<String, Engine> engines = Benchmarks.engines(spark);
        engines.remove("notebook");

        for (Work work : Work.values()) {
            agree(work, fleet, engines);
        }
    }

    private void agree(Work work, StoredFleet fleet, Map<String, Engine> engines) {
        List<Row> expected = rows(work, fleet, Objects.requireNonNull(engines.get("pdm-spark")));
        assertThat(expected).hasSizeGreaterThanOrEqualTo(MACHINES * DAYS * 2);
        for (Engine engine : engines.values()) {
            if (engine.works().contains(work)) {
                assertSame(engine.name() + " " + work, work, rows(work, fleet, engine), expected);
            }
        }
    }

    private List<Row> rows(Work work, StoredFleet fleet, Engine engine) {
        String target = folder.resolve(work + "-" + engine.name()).toString();
        engine.run(work, fleet, new Sink.Parquet(target));
        return spark.read()
                .parquet(target)
                .selectExpr(work.columns().toArray(String[]::new))
                .orderBy("machine_id", "as_of")
                .collectAsList();
    }

    private static void assertSame(String what, Work work, List<Row> rows, List<Row> expected) {
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < Math.min(rows.size(), expected.size()); row++) {
            for (int column = 0; column < work.columns().size(); column++) {
                Object found = rows.get(row).get(column);
                Object wanted = expected.get(row).get(column);
                if (!isSame(found, wanted)) {
                    differences.add(work.columns().get(column) + " of row " + row + ": " + found + " is not " + wanted);
                }
            }
        }
        assertThat(differences.stream().limit(3)).as(what).isEmpty();
        assertThat(rows).as(what).hasSameSizeAs(expected);
    }

    private static boolean isSame(Object found, Object wanted) {
        if (found instanceof Double left && wanted instanceof Double right) {
            return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
        }
        return Objects.equals(found, wanted);
    }
}
