package io.github.pdmspark.cli;

import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.simulator.FleetSimulator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code pdm simulate}. */
@Command(
        name = "simulate",
        description = "Writes the five tables of a fleet whose truth is known, with the columns of Microsoft's sample.")
final class SimulateCommand implements Callable<Integer> {

    /** How the tables are written. */
    enum Format {
        CSV,
        PARQUET
    }

    @ParentCommand
    private Pdm pdm = new Pdm();

    @Option(names = "--machines", defaultValue = "100", description = "How many machines. Default: ${DEFAULT-VALUE}.")
    private int machines;

    @Option(
            names = "--days",
            defaultValue = "365",
            description = "How long telemetry lasts. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2015-01-01",
            description = "The first hour of telemetry. Default: ${DEFAULT-VALUE}.")
    private String start = "2015-01-01";

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Another one gives another fleet. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--format",
            defaultValue = "CSV",
            description = "${COMPLETION-CANDIDATES}; Parquet starts a session. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.CSV;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            required = true,
            description = "The folder; tables in it are replaced.")
    private String out = "";

    @Override
    public Integer call() {
        FleetSimulator fleet = FleetSimulator.builder()
                .machines(machines)
                .days(days)
                .start(start)
                .seed(seed)
                .build();
        switch (format) {
            case CSV -> fleet.writeCsv(Path.of(out));
            case PARQUET -> fleet.writeParquet(pdm.session(), out);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("out", out);
        values.put("machines", machines);
        values.put("days", days);
        values.put("seed", seed);
        return pdm.finished(new JobResult("simulate", JobResult.Outcome.OK, values, List.of(), 0));
    }
}
