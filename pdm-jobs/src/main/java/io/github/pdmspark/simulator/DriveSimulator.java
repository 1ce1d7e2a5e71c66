package io.github.pdmspark.simulator;

import com.google.common.base.Joiner;
import io.github.pdmspark.simulator.Dice.Purpose;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hard drives that report once a day, in the format of Backblaze: a wide CSV file per day in which most columns are empty, one
 * row for each drive that runs, {@code failure} is 1 on the last day of a drive that fails. Two of three failing drives
 * reallocate sectors for some days before; the others fail without a sign. Some drives join late, some leave in good health.
 */
public final class DriveSimulator {

    /** The SMART attributes of the files; those of {@link #FILLED} have raw values, the others are empty. */
    private static final int[] ATTRIBUTES = {1, 2, 3, 4, 5, 7, 9, 10, 12, 187, 188, 194, 197, 198, 199, 240, 241};

    private static final List<Integer> FILLED = List.of(1, 5, 9, 194, 197);
    private static final LocalDate FIRST_DAY = LocalDate.parse("2013-04-10");
    private static final int DAYS = 20;
    private static final Joiner COMMAS = Joiner.on(',').useForNull("");

    private final int drives;
    private final long seed;

    private DriveSimulator(int drives, long seed) {
        this.drives = drives;
        this.seed = seed;
    }

    /** So many drives for 20 days from 2013-04-10 on; the same seed gives the same drives. */
    public static DriveSimulator of(int drives, long seed) {
        if (drives < 1) {
            throw new IllegalArgumentException("A simulation needs 1 drive or more, not " + drives + ".");
        }
        return new DriveSimulator(drives, seed);
    }

    /** Writes one file per day, such as {@code 2013-04-10.csv}, and gives the folder. */
    public Path writeCsv(Path folder) {
        List<Drive> fleet = IntStream.rangeClosed(1, drives)
                .mapToObj(number -> Drive.of(seed, number, DAYS))
                .toList();
        try {
            Files.createDirectories(folder);
            for (int day = 0; day < DAYS; day++) {
                write(fleet, day, folder.resolve(FIRST_DAY.plusDays(day) + ".csv"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the drives to " + folder + ".", e);
        }
        return folder;
    }

    private static void write(List<Drive> fleet, int day, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(header() + "\n");
            for (Drive drive : fleet) {
                if (drive.runsOn(day)) {
                    writer.write(line(drive, day) + "\n");
                }
            }
        }
    }

    private static String header() {
        List<Object> names = new ArrayList<>(List.of("date", "serial_number", "model", "capacity_bytes", "failure"));
        for (int attribute : ATTRIBUTES) {
            names.add("smart_" + attribute + "_normalized");
            names.add("smart_" + attribute + "_raw");
        }
        return COMMAS.join(names);
    }

    private static String line(Drive drive, int day) {
        List<Object> cells = new ArrayList<>(List.of(
                FIRST_DAY.plusDays(day), drive.serial(), drive.model(), drive.capacity(), drive.failsOn(day) ? 1 : 0));
        for (int attribute : ATTRIBUTES) {
            cells.add("");
            cells.add(FILLED.contains(attribute) ? drive.raw(attribute, day) : "");
        }
        return COMMAS.join(cells);
    }

    /**
     * One drive. Days count from 0.
     *
     * @param first its first day
     * @param last its last day
     * @param fails whether it fails on its last day
     * @param wear days before the failure in which it reallocates sectors; 0 for none
     */
    private record Drive(String serial, int kind, int first, int last, boolean fails, int wear, Dice readings) {

        private static final List<String> MODELS = List.of("ALPHA 1500", "ALPHA 3000", "BETA 2000", "BETA 4000");
        private static final List<Long> CAPACITIES =
                List.of(1_500_301_910_016L, 3_000_592_982_016L, 2_000_398_934_016L, 4_000_787_030_016L);
        private static final int HOURS_A_DAY = 24;

        static Drive of(long seed, int number, int days) {
            Dice life = Dice.of(seed, number, Purpose.LIFE);
            int kind = life.between(0, MODELS.size() - 1);
            int first = life.chance(0.05) ? life.between(1, days / 2) : 0;
            boolean fails = life.chance(kind == 0 ? 0.06 : 0.02);
            int lastDay = days - 1;
            // No failure in the first days: nothing could be learnt from it.
            int last = fails ? life.between(Math.max(first, 6), lastDay) : life.chance(0.01) ? lastDay - 5 : lastDay;
            int wear = fails && life.chance(0.67) ? life.between(2, 5) : 0;
            return new Drive(
                    "D" + seed + "-" + number, kind, first, last, fails, wear, Dice.of(seed, number, Purpose.READINGS));
        }

        String model() {
            return MODELS.get(kind);
        }

        long capacity() {
            return CAPACITIES.get(kind);
        }

        boolean runsOn(int day) {
            return day >= first && day <= last;
        }

        boolean failsOn(int day) {
            return fails && day == last;
        }

        long raw(int attribute, int day) {
            Dice dice = readings.at(day, "smart_" + attribute);
            int worn = wear == 0 ? 0 : Math.max(0, day - (last - wear));
            return switch (attribute) {
                case 1 -> dice.between(0, 200_000_000);
                case 5 -> sectorsSinceLongAgo() + 40L * worn;
                case 9 -> hoursBefore() + (long) HOURS_A_DAY * day;
                case 194 -> dice.between(20, 32);
                default -> worn == 0 ? 0 : dice.between(0, 4 * worn);
            };
        }

        private long sectorsSinceLongAgo() {
            Dice dice = readings.at(-1, "sectors");
            return dice.chance(0.1) ? dice.between(1, 300) : 0;
        }

        private long hoursBefore() {
            return readings.at(-1, "hours").between(100, 30_000);
        }
    }
}
