package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.AttributeRows.AttributeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is known of one machine, gathered in any order; all times in microseconds since the epoch. */
public final class MachineRecords {
    /** Among the numbers of a machine; no attribute can have this name. */
    static final String INSTALLED = "";

    private final FeatureSpec spec;
    private final WindowAggregates aggregates;
    private final RollingPlan plan;
    private final TileStore tiles;
    private final ReadingStore readings;
    private final EventLog errors;
    private final EventLog maintenance;
    private final Map<String, EventLog> actions = new HashMap<>();
    private final List<SuspendedTime.Interval> suspensions = new ArrayList<>();
    private final AttributeRows attributes = new AttributeRows();
    private final AttributeRow always = attributes.add(Long.MIN_VALUE, Long.MAX_VALUE);

    MachineRecords(FeatureSpec spec, WindowAggregates aggregates, RollingPlan plan) {
        this.spec = spec;
        this.aggregates = aggregates;
        this.plan = plan;
        this.tiles = new TileStore(plan.layout());
        this.readings = new ReadingStore(plan.tracked().size());
        this.errors = new EventLog(plan.grid());
        this.maintenance = new EventLog(plan.grid());
    }

    /** Takes the bytes of a {@link TileBlock} of this machine. */
    public void addTiles(byte[] packed) {
        new TileCodec(plan.layout()).unpack(packed, tiles);
    }

    /** Takes the bytes of a {@link ReadingBlock} of this machine. */
    public void addReadings(byte[] packed) {
        readings.unpack(packed);
    }

    /** Takes one error. */
    public void addError(String code, long eventTime, long knownAt) {
        errors.add(code, eventTime, knownAt);
    }

    /** Takes one maintenance event of which nobody recorded what was done. */
    public void addMaintenance(String component, long eventTime, long knownAt) {
        addMaintenance(component, "", eventTime, knownAt);
    }

    /** Takes one maintenance event and what was done; an empty action was not recorded. */
    public void addMaintenance(String component, String action, long eventTime, long knownAt) {
        maintenance.add(component, eventTime, knownAt);
        actions(component).add(action, eventTime, knownAt);
    }

    /**
     * Takes a time in which the machine was suspended. Readings of that time must be left out by whoever adds them.
     *
     * @param end {@code Long.MAX_VALUE} while it lasts
     */
    public void addSuspension(long start, long end) {
        suspensions.add(new SuspendedTime.Interval(start, end));
    }

    /** Sets a categorical attribute; one that is never set is missing. */
    public void putText(String attribute, String value) {
        always.texts().put(attribute, value);
    }

    /** Sets a numeric attribute; one that is never set is missing. */
    public void putNumber(String attribute, double value) {
        always.numbers().put(attribute, value);
    }

    /** Sets when the machine was installed, in microseconds since the epoch. */
    public void putInstallation(long time) {
        putNumber(INSTALLED, (double) time);
    }

    /**
     * Takes the attributes that held from {@code from}, {@code Long.MIN_VALUE} for always, until {@code to}.
     *
     * @param installed when the machine was installed; NaN if that is not known
     */
    public void addAttributes(
            long from, long to, Map<String, String> texts, Map<String, Double> numbers, double installed) {
        AttributeRow row = attributes.add(from, to);
        row.texts().putAll(texts);
        row.numbers().putAll(numbers);
        row.numbers().put(INSTALLED, installed);
    }

    /** Computes the features at all prediction times of the range; call it once, after the last record. */
    public MachineSweep sweep(SweepRange range) {
        SuspendedTime suspended = SuspendedTime.of(suspensions);
        MachineView view = new MachineView(
                spec,
                aggregates,
                plan,
                this,
                new MachineTiles(plan, tiles, suspended),
                new OrderedWindows(plan, readings));
        return new MachineSweep(view, suspended, range);
    }

    EventLog errors() {
        return errors;
    }

    EventLog maintenance() {
        return maintenance;
    }

    /** The maintenance of one component by action. */
    EventLog actions(String component) {
        return actions.computeIfAbsent(component, key -> new EventLog(plan.grid()));
    }

    AttributeRows attributes() {
        return attributes;
    }
}
