package io.github.pdmspark.simulator;

import com.google.common.base.Joiner;
import io.github.pdmspark.time.Micros;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a fleet as plain CSV files, machine after machine. */
final class FleetCsv {

    private static final Joiner COMMAS = Joiner.on(',').useForNull("");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FleetCsv() {}

    static Path write(FleetSimulator fleet, Path directory) {
        try {
            Files.createDirectories(directory);
            for (FleetTable table : FleetTable.values()) {
                writeTable(fleet, table, directory.resolve(table.title() + ".csv"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the fleet to " + directory + ".", e);
        }
        return directory;
    }

    private static void writeTable(FleetSimulator fleet, FleetTable table, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(COMMAS.join(table.schema().fieldNames()) + "\n");
            Iterator<String> lines = IntStream.rangeClosed(1, fleet.machineCount())
                    .boxed()
                    .flatMap(id -> lines(table, table.rows(fleet, List.of(id))))
                    .iterator();
            while (lines.hasNext()) {
                writer.write(lines.next());
            }
        }
    }

    private static Stream<String> lines(FleetTable table, Stream<Object[]> rows) {
        return rows.map(row -> {
            if (table.isDated()) {
                row[0] = TIME.format(Micros.instant((Long) row[0]));
            }
            return COMMAS.join(row) + "\n";
        });
    }
}
