package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What every kind of {@link Feature} means for one machine. */
final class FeatureWriters {

    private final RollingPlan plan;
    private final MachineRecords machine;
    private final MachineTiles tiles;

    FeatureWriters(RollingPlan plan, MachineRecords machine, MachineTiles tiles) {
        this.plan = plan;
        this.machine = machine;
        this.tiles = tiles;
    }

    FeatureWriter of(Feature feature) {
        if (feature instanceof RollingStatistic rolling) {
            return new RollingWriter(rolling, plan, tiles);
        } else if (feature instanceof EventCount count) {
            return counts(count);
        } else if (feature instanceof TimeSinceEvent since) {
            return timeSince(since.codes(), machine.errors());
        } else if (feature instanceof TimeSinceMaintenance since) {
            return timeSince(since.components(), machine.maintenance());
        } else if (feature instanceof ReplacementCount count) {
            return each(
                    count.components(),
                    1,
                    name -> new VisibleCount(machine.maintenance().of(name)));
        } else if (feature instanceof CategoricalAttribute attribute) {
            return categories(attribute);
        } else if (feature instanceof NumericAttribute attribute) {
            double value = machine.number(attribute.attribute());
            return (index, row, at) -> row[at] = value;
        }
        throw new IllegalStateException("No meaning is defined for " + feature + ".");
    }

    private FeatureWriter counts(EventCount feature) {
        List<FeatureWriter> counts = new ArrayList<>();
        for (String code : feature.codes()) {
            for (Duration window : feature.windows()) {
                counts.add(new WindowCount(machine.errors().of(code), Micros.of(window)));
            }
        }
        return sideBySide(counts, 1);
    }

    private FeatureWriter timeSince(List<String> names, EventLog events) {
        return each(names, 2, name -> new TimeSinceLatest(plan.grid(), events.of(name)));
    }

    private FeatureWriter categories(CategoricalAttribute feature) {
        String value = machine.text(feature.attribute()).orElse("");
        boolean missing = machine.text(feature.attribute()).isEmpty();
        int place = feature.categories().indexOf(value);
        int columns = feature.categories().size() + 1;
        int hot = place < 0 ? columns - 1 : place;
        return (index, row, at) -> {
            for (int i = 0; i < columns; i++) {
                row[at + i] = missing ? Double.NaN : i == hot ? 1 : 0;
            }
        };
    }

    private static FeatureWriter each(List<String> names, int columns, Function<String, FeatureWriter> writer) {
        return sideBySide(names.stream().map(writer).toList(), columns);
    }

    private static FeatureWriter sideBySide(List<FeatureWriter> writers, int columns) {
        return (index, row, at) -> {
            for (int i = 0; i < writers.size(); i++) {
                writers.get(i).write(index, row, at + i * columns);
            }
        };
    }
}
