package io.github.pdmspark.label;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Folds the rows of {@link OutcomeRecords} into one value a machine. A machine without a span, so without telemetry, is left
 * out: nobody asks for its labels.
 */
final class MachineOutcomesIterator implements Iterator<MachineOutcomes> {

    private final Iterator<Row> records;
    private final Map<String, Integer> componentOrder;
    private final long repair;
    private Optional<Row> current = Optional.empty();

    MachineOutcomesIterator(Iterator<Row> records, Map<String, Integer> componentOrder, long repair) {
        this.records = records;
        this.componentOrder = componentOrder;
        this.repair = repair;
        advance();
    }

    @Override
    public boolean hasNext() {
        while (current.filter(row -> row.getInt(OutcomeRecords.KIND) != OutcomeRecords.SPAN)
                .isPresent()) {
            advance();
        }
        return current.isPresent();
    }

    @Override
    public MachineOutcomes next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row span = current.orElseThrow();
        advance();
        String machine = span.getString(OutcomeRecords.MACHINE);
        return MachineOutcomes.of(
                machine,
                span.getLong(OutcomeRecords.TIME),
                span.getLong(OutcomeRecords.END),
                take(machine, OutcomeRecords.FAILURE),
                take(machine, OutcomeRecords.MAINTENANCE),
                repair);
    }

    private List<Happening> take(String machine, int kind) {
        List<Happening> taken = new ArrayList<>();
        while (current.filter(row -> isOf(row, machine, kind)).isPresent()) {
            Row row = current.orElseThrow();
            int component = indexOf(row.getString(OutcomeRecords.COMPONENT));
            taken.add(new Happening(row.getLong(OutcomeRecords.TIME), component));
            advance();
        }
        return taken;
    }

    private void advance() {
        current = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    }

    private int indexOf(String component) {
        Integer index = componentOrder.get(component);
        if (index == null) {
            throw new IllegalStateException(
                    "Component '" + component + "' is not among " + componentOrder.keySet() + ".");
        }
        return index;
    }

    private static boolean isOf(Row row, String machine, int kind) {
        return row.getInt(OutcomeRecords.KIND) == kind
                && row.getString(OutcomeRecords.MACHINE).equals(machine);
    }
}
