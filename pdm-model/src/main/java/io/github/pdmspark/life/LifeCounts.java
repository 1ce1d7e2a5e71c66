package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.Preparation;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.bundle.TrainedOn;
import io.github.pdmspark.bundle.Versions;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.Micros;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many lives a model learns from, and from when. */
public final class LifeCounts {

    private static final String FAILED = "FAILED";
    private static final String CENSORED = "CENSORED";

    private final String component;
    private final Row found;

    private LifeCounts(String component, Row found) {
        this.component = component;
        this.found = found;
    }

    /** Counts the rows of {@link KeptLives#ofComponent}. Runs one Spark job. */
    public static LifeCounts of(Dataset<Row> lives, String component) {
        Row found = lives.agg(
                        count(lit(1)),
                        count(when(col(KeptLives.CENSORED), lit(1))),
                        unix_micros(min(col(Columns.AS_OF))),
                        unix_micros(max(col(Columns.AS_OF))),
                        count_distinct(Identifiers.column(Columns.MACHINE_ID)))
                .first();
        return new LifeCounts(component, found);
    }

    private long rows() {
        return found.getLong(0);
    }

    private long censored() {
        return found.getLong(1);
    }

    /** What speaks against learning from them: there are no rows, or all of them are censored. */
    public List<Problem> problems() {
        if (rows() == 0) {
            return List.of(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "No row has a life of '" + component + "' (0 lives).",
                    "Train on rows within the observation of their machines."));
        }
        if (rows() == censored()) {
            return List.of(new Problem(
                    ErrorCondition.PDM_NO_FAILURES,
                    "All " + rows() + " lives of '" + component
                            + "' are censored: no failure was seen, so every length of life fits them.",
                    "Train on a longer period, or on more machines."));
        }
        return List.of();
    }

    void requireLives() {
        if (!problems().isEmpty()) {
            throw new TrainingException(problems());
        }
    }

    /** Everything of a provenance but the algorithm. */
    public WithoutAlgorithm provenance(LifeDataset data, Imputation imputation, int partitions, Clock clock) {
        TrainedOn trainedOn = new TrainedOn(
                Micros.instant(found.getLong(2)),
                Micros.instant(found.getLong(3)),
                found.getLong(4),
                Map.of(FAILED, rows() - censored(), CENSORED, censored()),
                Map.of(component, rows() - censored()));
        return (algorithm, parameters) -> new Provenance(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                trainedOn,
                new Preparation(1, 0, Map.of(), partitions),
                algorithm,
                parameters,
                data.spec().fingerprint(),
                Versions.current(data.rows().sparkSession()),
                List.copyOf(imputation.notes()));
    }

    /** What is left is who learned. */
    @FunctionalInterface
    public interface WithoutAlgorithm {

        /** The provenance. */
        Provenance of(String algorithm, Map<String, String> parameters);
    }
}
