package io.github.pdmspark.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines {@code machine,time,volt} of which 30 % are bad in one of nine ways, and a reader that uses nothing of Spark or of this library. */
final class SpoiledLines {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private SpoiledLines() {}

    /** About every tenth line stands twice. */
    static List<String> of(Random random, int rows, String machine) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String good = machine + "," + START.plusSeconds(3_600L * i) + "," + (160 + random.nextInt(20));
            lines.add(random.nextDouble() < 0.3 ? spoiled(good, random) : good);
            if (random.nextInt(10) == 0) {
                lines.add(lines.get(lines.size() - 1));
            }
        }
        return lines;
    }

    /** The rule that sets a line aside; empty for a good one. */
    static String reason(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 3 || line.contains("\"")) {
            return "MALFORMED_LINE";
        }
        if (fields[0].isBlank()) {
            return "KEY_MISSING";
        }
        if (fields[1].isEmpty()) {
            return "TIME_MISSING";
        }
        if (!fields[1].endsWith("Z")) {
            return "TIME_UNREADABLE";
        }
        if (fields[1].compareTo("1971") < 0) {
            return "TIME_RANGE";
        }
        if (!fields[2].chars().allMatch(Character::isDigit)) {
            return "NOT_A_NUMBER";
        }
        return Integer.parseInt(fields[2]) > 1000 ? "OUT_OF_RANGE" : "";
    }

    private static String spoiled(String line, Random random) {
        String[] fields = line.split(",", -1);
        return switch (random.nextInt(9)) {
            case 0 -> " ," + fields[1] + "," + fields[2];
            case 1 -> fields[0] + ",," + fields[2];
            case 2 -> fields[0] + ",yesterday," + fields[2];
            case 3 -> fields[0] + "," + fields[1] + ",1-2";
            case 4 -> fields[0] + "," + fields[1];
            case 5 -> line + ",7";
            case 6 -> fields[0] + "," + fields[1] + ",\"" + fields[2];
            case 7 -> fields[0] + ",1969-07-20T20:17:00Z," + fields[2];
            default -> fields[0] + "," + fields[1] + ",99999";
        };
    }
}
