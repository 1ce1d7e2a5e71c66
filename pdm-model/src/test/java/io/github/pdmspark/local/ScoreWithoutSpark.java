package io.github.pdmspark.local;

import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scores the plain fleet with a portable file and writes the bits; a program for a JVM without Spark. */
final class ScoreWithoutSpark {

    private ScoreWithoutSpark() {}

    public static void main(String[] arguments) throws IOException {
        for (String name : List.of("org.apache.spark.sql.Dataset", "scala.Option", "org.apache.hadoop.fs.Path")) {
            requireAbsent(name);
        }
        Files.write(Path.of(arguments[1]), lines(LocalScorer.load(Path.of(arguments[0]))));
    }

    private static void requireAbsent(String className) {
        try {
            Class.forName(className);
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new IllegalStateException(className + " is on the class path.");
    }

    static List<String> lines(LocalScorer scorer) {
        TimeRange range = TimeRange.of(PlainFleet.START, PlainFleet.END);
        List<String> lines = new ArrayList<>();
        for (int machine = 1; machine <= PlainFleet.MACHINES; machine++) {
            for (LocalScore score : scorer.score(PlainFleet.history(machine), range)) {
                lines.add(line(machine, score));
            }
        }
        return lines;
    }

    private static String line(int machine, LocalScore score) {
        StringBuilder line = new StringBuilder(PlainFleet.name(machine) + " " + score.asOf() + " " + score.status());
        score.anyFailure().ifPresent(value -> line.append(' ').append(bits(value)));
        score.topComponent().ifPresent(name -> line.append(' ').append(name));
        score.components().values().forEach(value -> line.append(' ').append(bits(value)));
        return line.append(' ').append(score.imputed()).toString();
    }

    static String bits(double value) {
        return Long.toHexString(Double.doubleToLongBits(value));
    }
}
