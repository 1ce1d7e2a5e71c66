package io.github.pdmspark.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When one machine was suspended: the union of its intervals. A question about a time or a window before a prediction time uses
 * nothing that happened from the prediction time on. Immutable; all times in microseconds since the epoch.
 */
public final class SuspendedTime {

    /** Always at work. */
    public static final SuspendedTime NONE = of(List.of());

    private final long[] starts;
    private final long[] ends;
    /** What lies before each start. */
    private final long[] before;

    private SuspendedTime(List<Interval> apart) {
        starts = apart.stream().mapToLong(Interval::start).toArray();
        ends = apart.stream().mapToLong(Interval::end).toArray();
        before = new long[starts.length];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /**
     * An interval in which a machine does not work.
     *
     * @param start its first moment
     * @param end the first moment after it; {@code Long.MAX_VALUE} while it lasts
     */
    public record Interval(long start, long end) {

        public Interval {
            if (end <= start) {
                throw new IllegalArgumentException(
                        "A suspension ends after its begin, but " + end + " is not after " + start + ".");
            }
        }
    }

    /** The union of intervals in any order. */
    public static SuspendedTime of(List<Interval> intervals) {
        List<Interval> apart = new ArrayList<>();
        for (Interval next : intervals.stream()
                .sorted(Comparator.comparingLong(Interval::start))
                .toList()) {
            int last = apart.size() - 1;
            if (last >= 0 && next.start() <= apart.get(last).end()) {
                Interval open = apart.get(last);
                apart.set(last, new Interval(open.start(), Math.max(open.end(), next.end())));
            } else {
                apart.add(next);
            }
        }
        return new SuspendedTime(apart);
    }

    /** Whether a reading of this time is left out. */
    public boolean contains(long time) {
        int place = latestFrom(time);
        return place >= 0 && time < ends[place];
    }

    /** Whether the machine is suspended as far as one knows at a prediction time: an end at that very time is not seen yet. */
    boolean isKnownAt(long asOf) {
        int place = latestFrom(asOf - 1);
        return place >= 0 && asOf <= ends[place];
    }

    /** When the machine was suspended for the first time; {@code Long.MAX_VALUE} if that was not before {@code asOf}. */
    long firstBefore(long asOf) {
        return starts.length > 0 && starts[0] < asOf ? starts[0] : Long.MAX_VALUE;
    }

    /** How much of {@code [from, to)} was suspended. */
    long within(long from, long to) {
        return starts.length == 0 ? 0 : until(to) - until(from);
    }

    private long until(long time) {
        int place = latestFrom(time);
        return place < 0 ? 0 : before[place] + Math.min(ends[place], time) - starts[place];
    }

    /** The latest interval that starts at or before a time; -1 if there is none. */
    private int latestFrom(long time) {
        int place = Arrays.binarySearch(starts, time);
        return place >= 0 ? place : -place - 2;
    }
}
