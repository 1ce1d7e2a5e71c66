package io.github.pdmspark.leakage;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Something that is computed from a history, and when it may change. */
sealed interface Subject {

    List<LeakageCheck> checks(ChangedHistories changed, List<Instant> cuts, RowComparison comparison);

    /** See {@link LeakageProbe#features}. */
    record Features(String name, Function<FleetHistory, Dataset<Row>> rows) implements Subject {
        @Override
        public List<LeakageCheck> checks(ChangedHistories changed, List<Instant> cuts, RowComparison comparison) {
            List<LeakageCheck> checks = new ArrayList<>();
            for (Instant cut : cuts) {
                for (FutureChange change : List.of(FutureChange.DELETED, FutureChange.SCRAMBLED)) {
                    RowComparison.Outcome outcome = comparison.compare(
                            rows.apply(changed.unchanged()), rows.apply(changed.from(cut, change)), cut);
                    checks.add(check(name, "rows up to then are the same", change, cut, outcome));
                }
            }
            return checks;
        }
    }

    /** See {@link LeakageProbe#labels}. */
    record Labels(String name, Duration reach, Function<FleetHistory, Dataset<Row>> rows) implements Subject {
        @Override
        public List<LeakageCheck> checks(ChangedHistories changed, List<Instant> cuts, RowComparison comparison) {
            FutureChange change = FutureChange.SCRAMBLED_LATER;
            return cuts.stream()
                    .map(cut -> check(
                            name,
                            "labels that were complete by then are the same",
                            change,
                            cut,
                            comparison.compare(
                                    rows.apply(changed.unchanged()),
                                    rows.apply(changed.from(cut, change)),
                                    cut.minus(reach))))
                    .toList();
        }
    }

    /** See {@link LeakageProbe#training}. */
    record Training(String name, Instant testFrom, Function<FleetHistory, Dataset<Row>> rows) implements Subject {
        @Override
        public List<LeakageCheck> checks(ChangedHistories changed, List<Instant> cuts, RowComparison comparison) {
            FutureChange change = FutureChange.SCRAMBLED_LATER;
            RowComparison.Outcome outcome = comparison.compare(
                    rows.apply(changed.unchanged()), rows.apply(changed.from(testFrom, change)), TimeRange.FOREVER);
            return List.of(check(name, "the test period decides nothing in them", change, testFrom, outcome));
        }
    }

    /** See {@link LeakageProbe#fitted}. */
    record Fitted(String name, Instant testFrom, Function<FleetHistory, Object> fit) implements Subject {
        @Override
        public List<LeakageCheck> checks(ChangedHistories changed, List<Instant> cuts, RowComparison comparison) {
            FutureChange change = FutureChange.SCRAMBLED_LATER;
            Object before = fit.apply(changed.unchanged());
            Object after = fit.apply(changed.from(testFrom, change));
            List<Difference> differences = before.equals(after)
                    ? List.of()
                    : List.of(new Difference("(fitted)", 0, shown(before) + " became " + shown(after)));
            RowComparison.Outcome outcome = new RowComparison.Outcome(1, differences);
            return List.of(check(name, "it does not depend on the test period", change, testFrom, outcome));
        }

        private static String shown(Object value) {
            String text = value.toString();
            return text.substring(0, Math.min(SHOWN, text.length()));
        }
    }

    /** Characters of a fitted value in a message. */
    int SHOWN = 200;

    private static LeakageCheck check(
            String name, String promise, FutureChange change, Instant cut, RowComparison.Outcome outcome) {
        return new LeakageCheck(name, promise, change, cut, outcome.rows(), outcome.differences());
    }
}
