package io.github.pdmspark.quality;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** In: machine, microseconds of event and of being known, sensors; a machine's rows follow each other in the order of time. Out: {@link SensorTrack} rows. */
final class SensorScan implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_SENSOR = 3;

    private final int sensors;

    SensorScan(int sensors) {
        this.sensors = sensors;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Iterators.concat(new Machines(Iterators.peekingIterator(rows)));
    }

    private final class Machines extends AbstractIterator<Iterator<Row>> {

        private final PeekingIterator<Row> rows;

        Machines(PeekingIterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        protected @Nullable Iterator<Row> computeNext() {
            if (!rows.hasNext()) {
                return endOfData();
            }
            Row first = requireNonNull(rows.peek());
            String machine = first.getString(0);
            List<SensorTrack> tracks = new ArrayList<>();
            for (int i = 0; i < sensors; i++) {
                tracks.add(new SensorTrack(first.getLong(1)));
            }
            while (rows.hasNext() && requireNonNull(rows.peek()).getString(0).equals(machine)) {
                add(requireNonNull(rows.next()), tracks);
            }
            List<Row> result = new ArrayList<>();
            for (int i = 0; i < sensors; i++) {
                result.add(tracks.get(i).row(machine, i));
            }
            return result.iterator();
        }

        private void add(Row row, List<SensorTrack> tracks) {
            for (int i = 0; i < sensors; i++) {
                if (row.isNullAt(FIRST_SENSOR + i)) {
                    tracks.get(i).missing(row.getLong(1));
                } else {
                    tracks.get(i).reading(row.getLong(1), row.getLong(2), row.getDouble(FIRST_SENSOR + i));
                }
            }
        }
    }
}
