package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pdmspark.publication.ParquetTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small simulated fleet with its specification, driven by nothing but our commands. */
final class CommandFleet {

    private final SparkSession spark;
    private final Path folder;
    private String out = "";
    private String err = "";

    CommandFleet(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** Simulates, validates into a landing folder, and trains. */
    static CommandFleet trained(SparkSession spark, Path folder) throws IOException {
        CommandFleet fleet = new CommandFleet(spark, folder);
        Files.writeString(folder.resolve("pdm.yaml"), """
                zone: UTC
                sources:
                  telemetry: {from: {kind: csv, path: %1$s/fleet/telemetry.csv}, machine_id: machineID, time: datetime,
                    sensors: [volt, rotate, pressure, vibration], sampled_every: 1h, duplicates: keep_first_known}
                  errors: {from: {kind: csv, path: %1$s/fleet/errors.csv}, machine_id: machineID, time: datetime, code: errorID}
                  maintenance: {from: {kind: csv, path: %1$s/fleet/maint.csv}, machine_id: machineID, time: datetime,
                    component: comp}
                  failures: {from: {kind: csv, path: %1$s/fleet/failures.csv}, machine_id: machineID, time: datetime,
                    component: failure}
                  machines: {from: {kind: csv, path: %1$s/fleet/machines.csv}, machine_id: machineID, categorical: [model],
                    numeric: [age]}
                features:
                  every: 6h
                  compute:
                    - {kind: rolling, statistics: [mean, stddev], windows: [12h, 24h]}
                    - {kind: error_counts, windows: [24h]}
                    - {kind: time_since_maintenance}
                label: {horizon: 48h}
                split: {train_until: 2015-02-10, test_from: 2015-02-20}
                trainer: {kind: logistic_regression, iterations: 10}
                policy: {kind: fixed, threshold: 0.3}
                model: %1$s/model
                scoring: {late_tolerance: 2d}
                monitoring: {window: 5d, report_delay: 1d, silent_after: 1d}
                sinks:
                  scores: {kind: parquet, path: %1$s/scores}
                  ledger: %1$s/ledger
                  reports: %1$s/reports
                """.formatted(folder));
        fleet.simulate("fleet");
        fleet.expect(ExitCode.OK, "validate", "--write", folder + "/landing");
        fleet.expect(ExitCode.OK, "train", "--landing", folder + "/landing");
        return fleet;
    }

    void simulate(String name) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        int code = Pdm.run(
                spark,
                stream,
                stream,
                "simulate",
                "--machines",
                "6",
                "--days",
                "62",
                "--seed",
                "3",
                "--out",
                path(name));
        assertThat(code).as(text.toString(StandardCharsets.UTF_8)).isZero();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a command with the specification of the fleet. */
    int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--spec", path("pdm.yaml")));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        int code = Pdm.run(
                spark,
                new PrintStream(result, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
        out = result.toString(StandardCharsets.UTF_8);
        err = progress.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** The result line of a command that ends this way. */
    JsonNode expect(ExitCode code, String... arguments) throws IOException {
        int found = run(arguments);
        assertThat(found).as(err).isEqualTo(code.code());
        return result();
    }

    /** The result line of the latest command. */
    JsonNode result() throws IOException {
        assertThat(out.lines()).as(err).hasSize(1);
        return new JsonMapper().readTree(out);
    }

    String progress() {
        return err;
    }

    Dataset<Row> scores(String name) {
        return ParquetTable.at(spark, path(name)).read();
    }

    /** The rows of a score table without who made them and when, as text: equal text, equal bits. */
    List<String> rows(String name) {
        return scores(name).drop("run_id", "scored_at").collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    /** Copies all landed tables but the telemetry. */
    void copyTables(String from, String to) throws IOException {
        for (String table : List.of("errors", "maintenance", "failures", "machines")) {
            Path target = Files.createDirectories(folder.resolve(to).resolve(table));
            try (Stream<Path> files = Files.list(folder.resolve(from).resolve(table))) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    void delete(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every file below a folder with its time and length. */
    List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    static String[] with(String[] more, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }
}
