package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that is known of one machine, gathered in any order; all times in microseconds since the epoch. */
public final class MachineRecords {

    private final FeatureSpec spec;
    private final RollingPlan plan;
    private final TileStore tiles;
    private final EventLog errors;
    private final EventLog maintenance;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();

    MachineRecords(FeatureSpec spec, RollingPlan plan) {
        this.spec = spec;
        this.plan = plan;
        this.tiles = new TileStore(plan.layout());
        this.errors = new EventLog(plan.grid());
        this.maintenance = new EventLog(plan.grid());
    }

    /** Takes the bytes of a {@link TileBlock} of this machine. */
    public void addTiles(byte[] packed) {
        new TileCodec(plan.layout()).unpack(packed, tiles);
    }

    /** Takes one error. */
    public void addError(String code, long eventTime, long knownAt) {
        errors.add(code, eventTime, knownAt);
    }

    /** Takes one maintenance event. */
    public void addMaintenance(String component, long eventTime, long knownAt) {
        maintenance.add(component, eventTime, knownAt);
    }

    /** Sets a categorical attribute; one that is never set is missing. */
    public void putText(String attribute, String value) {
        texts.put(attribute, value);
    }

    /** Sets a numeric attribute; one that is never set is missing. */
    public void putNumber(String attribute, double value) {
        numbers.put(attribute, value);
    }

    /** Computes the features at all prediction times of the range; call it once, after the last record. */
    public MachineSweep sweep(SweepRange range) {
        return new MachineSweep(spec, plan, this, new MachineTiles(plan, tiles), range);
    }

    EventLog errors() {
        return errors;
    }

    EventLog maintenance() {
        return maintenance;
    }

    Optional<String> text(String attribute) {
        return Optional.ofNullable(texts.get(attribute));
    }

    double number(String attribute) {
        return numbers.getOrDefault(attribute, Double.NaN);
    }
}
