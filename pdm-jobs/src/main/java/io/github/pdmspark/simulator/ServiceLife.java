package io.github.pdmspark.simulator;

import io.github.pdmspark.simulator.Dice.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plays the components of one machine through the years: they age, fail, and are replaced at failures and at visits. */
final class ServiceLife {

    private static final int DAY = 24;
    private static final int YEAR = 365 * DAY;
    private static final int VISIT_HOUR = 6;
    private static final int VISIT_STEP = 15 * DAY;
    private static final int NEW_UNTIL = 10 * DAY;
    private static final double LIFE_SHAPE = 3;
    private static final double SECOND_AT_VISIT = 0.3;
    private static final double FAIL_TOGETHER = 0.03;

    private final Machine machine;
    private final Dice dice;
    private final Map<Component, Wear> fitted = new EnumMap<>(Component.class);
    private final List<Event> maintenance = new ArrayList<>();
    private final List<Event> failures = new ArrayList<>();
    private final List<Wear> wears = new ArrayList<>();

    private ServiceLife(Machine machine, Dice dice) {
        this.machine = machine;
        this.dice = dice;
    }

    /** The life of a machine until {@code hours}; it starts two years before telemetry so that the ages have settled. */
    static ServiceLife of(long seed, Machine machine, int hours) {
        ServiceLife life = new ServiceLife(machine, Dice.of(seed, machine.id(), Purpose.LIFE));
        life.play(-2 * YEAR, hours);
        return life;
    }

    /** Replacements from one year before telemetry on, in time order. */
    List<Event> maintenance() {
        return maintenance.stream().filter(event -> event.hour() >= -YEAR).toList();
    }

    /** Failures since telemetry started, in time order. */
    List<Event> failures() {
        return failures.stream().filter(event -> event.hour() >= 0).toList();
    }

    /** Components whose drift began, also where a replacement stopped it or telemetry ends first. */
    List<Wear> wears() {
        return wears.stream().filter(Wear::hasDrift).toList();
    }

    private void play(int from, int until) {
        for (Component component : Component.values()) {
            install(component, from);
        }
        int visit = from + dice.between(0, VISIT_STEP / DAY) * DAY + VISIT_HOUR;
        Wear first = firstDue();
        while (Math.min(visit, first.due()) < until) {
            if (first.due() <= visit) {
                fail(first);
            } else {
                visitAt(visit);
                visit += nextVisit();
            }
            first = firstDue();
        }
        fitted.values().forEach(wear -> wears.add(wear.endingAt(Math.min(until, wear.due()))));
    }

    private void install(Component component, int hour) {
        double lifeDays = dice.weibull(component.lifeDays(), LIFE_SHAPE, machine.hazard());
        int due = hour + Math.max(DAY, (int) Math.round(lifeDays * DAY));
        fitted.put(component, Wear.untilDue(component, hour, due, driftHours()));
    }

    private int driftHours() {
        return dice.between(44, 54);
    }

    private Wear firstDue() {
        return fitted.values().stream().min(Comparator.comparingInt(Wear::due)).orElseThrow();
    }

    private void fail(Wear wear) {
        failures.add(new Event(wear.due(), wear.component().label()));
        replace(wear);
        if (dice.chance(FAIL_TOGETHER)) {
            failWith(wear);
        }
    }

    /** A failure that takes a second component with it. */
    private void failWith(Wear first) {
        List<Wear> others = fitted.values().stream()
                .filter(wear -> wear.installed() < first.due())
                .toList();
        if (!others.isEmpty()) {
            Wear other = others.get(dice.between(0, others.size() - 1));
            Wear second = Wear.untilDue(other.component(), other.installed(), first.due(), driftHours());
            failures.add(new Event(second.due(), second.component().label()));
            replace(second);
        }
    }

    /** A plan is not a diagnosis: it takes any component that is not new. */
    private void visitAt(int hour) {
        int count = dice.chance(SECOND_AT_VISIT) ? 2 : 1;
        List<Wear> candidates = new ArrayList<>(fitted.values());
        candidates.removeIf(wear -> hour - wear.installed() < NEW_UNTIL);
        for (int i = 0; i < count && !candidates.isEmpty(); i++) {
            replace(candidates.remove(dice.between(0, candidates.size() - 1)).endingAt(hour));
        }
    }

    private int nextVisit() {
        double share = dice.uniform();
        int steps = share < 0.6 ? 1 : share < 0.9 ? 2 : 3;
        return steps * VISIT_STEP;
    }

    private void replace(Wear old) {
        wears.add(old);
        maintenance.add(new Event(old.end(), old.component().label()));
        install(old.component(), old.end());
    }
}
