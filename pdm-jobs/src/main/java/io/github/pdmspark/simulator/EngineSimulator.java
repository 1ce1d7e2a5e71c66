package io.github.pdmspark.simulator;

import io.github.pdmspark.simulator.Dice.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Engines that run until they fail, in files of the C-MAPSS kind: {@code train_SIM.txt}, {@code test_SIM.txt}, {@code
 * RUL_SIM.txt}. An engine flies in one of three regimes per cycle, which shift all sensors; wear begins somewhere in its life,
 * grows with its square and moves most sensors, each in its own direction.
 *
 * @param engines number of engines that train, and of as many that are cut for the test
 * @param seed the same seed gives the same files
 */
public record EngineSimulator(int engines, long seed) {

    /** Name of the data set in the file names. */
    public static final String NAME = "SIM";

    /** How many operating regimes there are. */
    public static final int REGIMES = 3;

    private static final int SENSORS = 21;
    private static final int SHORTEST_LIFE = 60;
    private static final int LONGEST_LIFE = 140;
    private static final int FEWEST_CYCLES = 25;

    public EngineSimulator {
        if (engines < 1) {
            throw new IllegalArgumentException("There is at least one engine, but " + engines + " were asked for.");
        }
    }

    /** Writes the three files; missing folders are created and older files replaced. */
    public void write(Path folder) {
        List<String> train = new ArrayList<>();
        List<String> test = new ArrayList<>();
        List<String> remaining = new ArrayList<>();
        for (int unit = 1; unit <= engines; unit++) {
            List<String> life = life(unit, unit);
            train.addAll(life);
            List<String> other = life(unit, engines + unit);
            int cut = Dice.of(seed, engines + unit, Purpose.GAPS).between(FEWEST_CYCLES, other.size() - 1);
            test.addAll(other.subList(0, cut));
            remaining.add(String.valueOf(other.size() - cut));
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("train_" + NAME + ".txt"), train);
            Files.write(folder.resolve("test_" + NAME + ".txt"), test);
            Files.write(folder.resolve("RUL_" + NAME + ".txt"), remaining);
        } catch (IOException e) {
            throw new UncheckedIOException("The engines could not be written to " + folder + ".", e);
        }
    }

    /** One line per cycle, the last one before the failure. */
    private List<String> life(int unit, int machine) {
        Dice dice = Dice.of(seed, machine, Purpose.LIFE);
        int cycles = dice.between(SHORTEST_LIFE, LONGEST_LIFE);
        double onset = cycles * (0.1 + 0.3 * dice.uniform());
        Dice readings = Dice.of(seed, machine, Purpose.READINGS);
        return IntStream.rangeClosed(1, cycles)
                .mapToObj(cycle -> line(unit, cycle, wear(cycle, onset, cycles), readings))
                .toList();
    }

    /** From 0 at the onset to 1 at the failure. */
    private static double wear(int cycle, double onset, int cycles) {
        double share = Math.max(0, (cycle - onset) / (cycles - onset));
        return share * share;
    }

    private static String line(int unit, int cycle, double wear, Dice dice) {
        int regime = dice.between(0, REGIMES - 1);
        StringBuilder line = new StringBuilder().append(unit).append(' ').append(cycle);
        append(line, 20.0 * regime + 0.01 * dice.gaussian());
        append(line, 0.3 * regime + 0.001 * dice.gaussian());
        append(line, 100);
        for (int sensor = 1; sensor <= SENSORS; sensor++) {
            append(line, value(sensor, regime, wear, dice));
        }
        return line.append(' ').toString();
    }

    /** Every seventh sensor never moves. */
    private static double value(int sensor, int regime, double wear, Dice dice) {
        double usual = 100.0 * sensor + 7.0 * regime * sensor;
        if (sensor % 7 == 0) {
            return usual;
        }
        double direction = sensor % 2 == 0 ? 1 : -1;
        double gain = sensor % 5 == 0 ? 0 : 4;
        return usual + direction * gain * wear + dice.gaussian();
    }

    private static void append(StringBuilder line, double value) {
        line.append(String.format(Locale.ROOT, " %.4f", value));
    }
}
