package io.github.pdmspark.evaluation;

import com.google.common.collect.AbstractIterator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Sweeps the machines of a sorted partition of {@link SweepInput}, one after the other; holds one machine at a time. */
final class MachineIterator extends AbstractIterator<MachineIterator.Swept> {

    private final Iterator<Row> rows;
    private final SweepPlan plan;
    private @Nullable Row ahead;

    MachineIterator(Iterator<Row> rows, SweepPlan plan) {
        this.rows = rows;
        this.plan = plan;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    protected @Nullable Swept computeNext() {
        Row row = ahead;
        if (row == null) {
            return endOfData();
        }
        String machineId = row.getString(0);
        try {
            return sweep(machineId, row);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("Machine '" + machineId + "': " + e.getMessage(), e);
        }
    }

    private Swept sweep(String machineId, Row first) {
        MachineSweep sweep = new MachineSweep(plan);
        Map<Integer, String> groups = new HashMap<>();
        Row row = first;
        while (row != null && row.getString(0).equals(machineId)) {
            if (row.getInt(SweepInput.KIND_AT) == SweepInput.GROUP) {
                groups.put((int) row.getLong(SweepInput.EVENT_AT), row.getString(SweepInput.NAME_AT));
            } else {
                feed(sweep, row);
            }
            row = rows.hasNext() ? rows.next() : null;
        }
        ahead = row;
        return new Swept(machineId, sweep.finish(), groups);
    }

    private void feed(MachineSweep sweep, Row row) {
        long event = row.getLong(SweepInput.EVENT_AT);
        long visible = row.getLong(SweepInput.VISIBLE_AT);
        switch (row.getInt(SweepInput.KIND_AT)) {
            case SweepInput.END_OF_OBSERVATION -> sweep.observedUntil(event);
            case SweepInput.ERROR -> sweep.error(row.getString(SweepInput.NAME_AT), event);
            case SweepInput.SCORE -> sweep.score(event, scores(row));
            case SweepInput.FAILURE -> {
                int component = plan.components().indexOf(row.getString(SweepInput.NAME_AT));
                if (component >= 0) {
                    sweep.failure(component, event, visible);
                }
            }
            default -> {
                int component = plan.components().indexOf(row.getString(SweepInput.NAME_AT));
                if (component >= 0) {
                    sweep.renewal(component, event, visible);
                }
            }
        }
    }

    private static double[] scores(Row row) {
        List<Double> scores = row.getList(SweepInput.SCORES_AT);
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One machine, what was found, and its value by number of the attribute. */
    record Swept(String machineId, MachineSweep.MachineResult result, Map<Integer, String> groups) {}
}
