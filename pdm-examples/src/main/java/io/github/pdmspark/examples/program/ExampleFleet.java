package io.github.pdmspark.examples.program;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.simulator.FleetSimulator;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The fleet of a program: five files of its own, or simulated ones.
 *
 * @param folder where the five tables are
 * @param origin one sentence about where they come from
 */
public record ExampleFleet(Path folder, String origin) {

    /** The files of {@code -Dpdm.data}; without them a fleet is simulated into the folder {@code data} of the program. */
    public static ExampleFleet of(SparkSession spark, Settings settings) throws IOException {
        if (settings.data().isPresent()) {
            Path given = settings.data().get();
            return new ExampleFleet(given, "Five tables are read from " + given + ".");
        }
        OutFolder out = new OutFolder(settings.out());
        out.delete("data");
        FleetSimulator.builder()
                .machines(settings.machines())
                .days(settings.days())
                .seed(settings.seed())
                .build()
                .writeParquet(spark, out.text("data"));
        return new ExampleFleet(
                out.file("data"),
                "A fleet of " + settings.machines() + " machines is simulated for " + settings.days()
                        + " days with seed " + settings.seed() + "; its five tables go to " + out.file("data") + ".");
    }

    /** Checks the tables; runs a few Spark jobs. */
    public FleetHistory history(SparkSession spark) {
        return new FiveTables(spark, folder).history();
    }
}
