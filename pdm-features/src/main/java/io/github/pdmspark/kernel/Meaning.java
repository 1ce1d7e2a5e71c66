package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a kind of feature means: which states of its sensors are kept in tiles, whether their readings are kept as they
 * are, and how its columns are computed.
 *
 * @param tileStates the states of each of its sensors; none for a feature that reads no tiles
 * @param readings whether it reads the values of its sensors one by one
 * @param writer the computation for one machine
 */
record Meaning<F extends Feature>(
        Class<F> kind,
        Function<F, List<Aggregate>> tileStates,
        Readings readings,
        BiFunction<F, MachineView, FeatureWriter> writer) {

    /** What becomes of single readings. */
    enum Readings {
        /** They end in tiles. */
        FOLDED,
        /** They are kept too. */
        KEPT
    }

    List<Aggregate> tileStates(Feature feature) {
        return tileStates.apply(kind.cast(feature));
    }

    FeatureWriter writer(Feature feature, MachineView machine) {
        return writer.apply(kind.cast(feature), machine);
    }
}
