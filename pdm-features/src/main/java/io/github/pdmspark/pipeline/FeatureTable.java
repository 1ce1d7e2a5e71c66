package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.time.TimeRange;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was known of every machine at every prediction time: one row each, none dropped. */
public final class FeatureTable {

    private final Dataset<Row> rows;
    private final FeatureSpec spec;

    private FeatureTable(Dataset<Row> rows, FeatureSpec spec) {
        this.rows = rows;
        this.spec = spec;
    }

    static FeatureTable lazy(FeatureSpec spec, FleetHistory history, SweepRange range) {
        return lazy(spec, history, range, Optional.empty());
    }

    /** Reads only the telemetry of {@code read}. */
    static FeatureTable lazy(FeatureSpec spec, FleetHistory history, SweepRange range, Optional<TimeRange> read) {
        return new FeatureTable(new FeatureJob(spec, history, range, read).rows(), spec);
    }

    /**
     * Columns {@code machine_id string, as_of timestamp, feature_status string, coverage double} and one double per
     * feature. NULL is a missing value, never NaN; {@code coverage} is the smallest share of expected readings over all
     * windows and NULL where no sampling period or window is declared. Every action computes the rows again.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /** The concrete specification of the features. */
    public FeatureSpec spec() {
        return spec;
    }

    /** The names of the feature columns, in their order. */
    public List<String> featureNames() {
        return spec.featureNames();
    }
}
