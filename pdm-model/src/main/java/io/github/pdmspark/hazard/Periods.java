package io.github.pdmspark.hazard;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The periods after a prediction time: {@code [0, end_1), [end_1, end_2), ...}, half-open like every interval here.
 *
 * @param unit what the numbers are: {@code hours}, or the name of a usage counter
 * @param ends where the periods end, ascending, above zero
 */
public record Periods(String unit, List<Double> ends) {

    private static final String HOURS = "hours";
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final double SECONDS_PER_HOUR = 3_600;

    public Periods {
        ends = List.copyOf(ends);
        double last = 0;
        for (double end : ends) {
            if (!(end > last) || Double.isInfinite(end)) {
                throw new IllegalArgumentException("Periods end one after the other, above zero, not at " + ends + ".");
            }
            last = end;
        }
        if (ends.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are no periods; write Periods.ending(Duration.ofDays(1), Duration.ofDays(7)).");
        }
    }

    /** Periods on the calendar, such as 1, 3, 7, 14 and 30 days. */
    public static Periods ending(Duration... ends) {
        return new Periods(
                HOURS,
                Arrays.stream(ends)
                        .map(end -> end.getSeconds() / SECONDS_PER_HOUR + end.getNano() / NANOS_PER_HOUR)
                        .toList());
    }

    /** Periods of usage, in units of a counter. */
    public static Periods ofUsage(String counter, double... ends) {
        return new Periods(counter, Arrays.stream(ends).boxed().toList());
    }

    /** How many there are. */
    public int count() {
        return ends.size();
    }

    /** Where each begins. */
    public List<Double> starts() {
        return Stream.concat(Stream.of(0.0), ends.subList(0, ends.size() - 1).stream())
                .toList();
    }

    /** Names of the ends for columns, such as {@code 24h}, {@code 7d} or {@code 250_strokes}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (double end : ends) {
            names.add(
                    unit.equals(HOURS)
                            ? UtcText.duration(Duration.ofNanos(Math.round(end * NANOS_PER_HOUR)))
                            : number(end) + "_" + unit);
        }
        return names;
    }

    private static String number(double value) {
        String text = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        return text.replace('.', '_');
    }
}
