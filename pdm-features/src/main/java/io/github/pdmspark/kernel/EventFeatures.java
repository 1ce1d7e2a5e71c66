package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.DistinctEvents;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.EventsPerUsage;
import io.github.pdmspark.feature.LastAction;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.SinceReplacement;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TimeSinceAnyEvent;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.feature.UsageSinceMaintenance;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The features of errors and maintenance. */
final class EventFeatures {

    /** What the usage of a window needs. */
    static final List<Aggregate> USAGE_STATES = List.of(Earliest.INSTANCE, Latest.INSTANCE);

    private EventFeatures() {}

    static FeatureWriter counts(EventCount feature, MachineView machine) {
        List<FeatureWriter> counts = new ArrayList<>();
        for (String code : feature.codes()) {
            for (Duration window : feature.windows()) {
                counts.add(new WindowCount(machine.machine().errors().of(code), Micros.of(window)));
            }
        }
        return sideBySide(counts, 1);
    }

    static FeatureWriter timeSince(TimeSinceEvent feature, MachineView machine) {
        return timeSince(feature.codes(), machine, machine.machine().errors());
    }

    static FeatureWriter timeSinceMaintenance(TimeSinceMaintenance feature, MachineView machine) {
        return timeSince(feature.components(), machine, machine.machine().maintenance());
    }

    static FeatureWriter lastAction(LastAction feature, MachineView machine) {
        List<FeatureWriter> writers = new ArrayList<>();
        for (String component : feature.components()) {
            EventLog log = machine.machine().actions(component);
            List<EventTimes> byAction = new ArrayList<>();
            feature.actions().forEach(action -> byAction.add(log.of(action)));
            byAction.add(log.ofOthers(feature.actions()));
            writers.add(new ActionOfLatest(machine.machine().maintenance().of(component), byAction));
        }
        return sideBySide(writers, feature.actions().size() + 1);
    }

    static FeatureWriter replacements(ReplacementCount feature, MachineView machine) {
        EventLog log = machine.machine().maintenance();
        return sideBySide(
                feature.components().stream()
                        .<FeatureWriter>map(name -> new VisibleCount(log.of(name)))
                        .toList(),
                1);
    }

    static FeatureWriter timeSinceAny(TimeSinceAnyEvent feature, MachineView machine) {
        EventTimes all = machine.machine().errors().ofAny(feature.codes());
        return new TimeSinceLatest(machine.plan().grid(), all);
    }

    static FeatureWriter distinct(DistinctEvents feature, MachineView machine) {
        List<FeatureWriter> writers = new ArrayList<>();
        for (Duration window : feature.windows()) {
            List<FeatureWriter> counts = feature.codes().stream()
                    .<FeatureWriter>map(
                            code -> new WindowCount(machine.machine().errors().of(code), Micros.of(window)))
                    .toList();
            writers.add((index, row, at) -> row[at] = above(counts, index));
        }
        return sideBySide(writers, 1);
    }

    private static int above(List<FeatureWriter> counts, long index) {
        double[] count = new double[1];
        int above = 0;
        for (FeatureWriter writer : counts) {
            writer.write(index, count, 0);
            above += count[0] > 0 ? 1 : 0;
        }
        return above;
    }

    static FeatureWriter perUsage(EventsPerUsage feature, MachineView machine) {
        List<FeatureWriter> writers = new ArrayList<>();
        for (String code : feature.codes()) {
            for (Duration window : feature.windows()) {
                FeatureWriter count = new WindowCount(machine.machine().errors().of(code), Micros.of(window));
                Cell first = machine.cell(Statistic.FIRST, feature.usage(), Window.of(window));
                Cell last = machine.cell(Statistic.LAST, feature.usage(), Window.of(window));
                writers.add((index, row, at) -> {
                    count.write(index, row, at);
                    double usage = last.value() - first.value();
                    row[at] = usage > 0 ? row[at] / usage : Double.NaN;
                });
            }
        }
        return sideBySide(writers, 1);
    }

    static FeatureWriter usageSinceMaintenance(UsageSinceMaintenance feature, MachineView machine) {
        ReadingTrack usage = machine.ordered().track(feature.usage());
        EventLog log = machine.machine().maintenance();
        return sideBySide(
                feature.components().stream()
                        .<FeatureWriter>map(
                                name -> new UsageSince(machine.plan().grid(), usage, log.of(name)))
                        .toList(),
                1);
    }

    static FeatureWriter sinceReplacement(SinceReplacement feature, MachineView machine) {
        EventTimes events = machine.machine().maintenance().of(feature.component());
        List<FeatureWriter> writers = new ArrayList<>();
        for (String sensor : feature.sensors()) {
            for (Duration window : feature.windows()) {
                writers.add(new LifeStatistic(
                        WindowStatistic.of(feature.statistic()),
                        Window.of(window),
                        machine.ordered().window(sensor, Micros.of(window)),
                        events,
                        machine.plan().grid()));
            }
        }
        return sideBySide(writers, 1);
    }

    private static FeatureWriter timeSince(List<String> names, MachineView machine, EventLog events) {
        return sideBySide(
                names.stream()
                        .<FeatureWriter>map(
                                name -> new TimeSinceLatest(machine.plan().grid(), events.of(name)))
                        .toList(),
                2);
    }

    /** Writers of equally many columns, one after the other. */
    static FeatureWriter sideBySide(List<FeatureWriter> writers, int columns) {
        return (index, row, at) -> {
            for (int i = 0; i < writers.size(); i++) {
                writers.get(i).write(index, row, at + i * columns);
            }
        };
    }
}
