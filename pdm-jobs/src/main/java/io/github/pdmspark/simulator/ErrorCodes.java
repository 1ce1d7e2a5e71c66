package io.github.pdmspark.simulator;

import com.google.common.collect.ImmutableMap;
import io.github.pdmspark.simulator.Dice.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The error log of one machine: codes about a day before a component is due, and codes that mean nothing. */
final class ErrorCodes {

    private static final int HOURS_PER_YEAR = 365 * 24;
    private static final int HOURS_BEFORE_FAILURE = 24;
    private static final int JITTER_HOURS = 3;
    private static final double SHOWN = 0.96;
    /** Codes per machine-year that no failure follows, as in the sample of 100 machines. */
    private static final ImmutableMap<String, Double> BACKGROUND_PER_YEAR =
            ImmutableMap.of("error1", 8.2, "error2", 7.3, "error3", 5.8, "error4", 6.0, "error5", 1.8);

    private ErrorCodes() {}

    /** At most one error of a code in an hour, in time order. */
    static List<Event> of(long seed, Machine machine, List<Wear> wears, int hours) {
        Dice dice = Dice.of(seed, machine.id(), Purpose.ERRORS);
        List<Event> errors = new ArrayList<>();
        for (Wear wear : wears) {
            for (String code : wear.component().errors()) {
                int hour = wear.due() - HOURS_BEFORE_FAILURE + dice.between(-JITTER_HOURS, JITTER_HOURS);
                if (dice.chance(SHOWN) && hour < wear.end()) {
                    errors.add(new Event(hour, code));
                }
            }
        }
        BACKGROUND_PER_YEAR.forEach((code, perYear) -> addBackground(errors, code, perYear, dice, hours));
        return errors.stream()
                .filter(error -> error.hour() >= 0 && error.hour() < hours)
                .distinct()
                .sorted(Comparator.comparingInt(Event::hour).thenComparing(Event::what))
                .toList();
    }

    private static void addBackground(List<Event> errors, String code, double perYear, Dice dice, int hours) {
        double meanGap = HOURS_PER_YEAR / perYear;
        for (double hour = dice.exponential(meanGap); hour < hours; hour += dice.exponential(meanGap)) {
            errors.add(new Event((int) hour, code));
        }
    }
}
