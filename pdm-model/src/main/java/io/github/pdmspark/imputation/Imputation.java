package io.github.pdmspark.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How missing features are filled in: the training mean, and an indicator column {@code <feature>_was_missing} for each
 * feature that was missing in some training rows. Null, NaN and infinities count as missing.
 *
 * @param fills one entry per feature, in feature order
 */
public record Imputation(@JsonProperty(required = true) List<Fill> fills) {

    /** Column with the number of features of the row that were filled in, int. */
    public static final String IMPUTED = "imputed";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Imputation {
        fills = List.copyOf(fills);
        refuseAlikeNames(fills);
    }

    /**
     * Learns the fill values from these rows, which must be training rows only. A feature that has no value in any row gets
     * 0.0 and a note. Runs one Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    public static Imputation fit(Dataset<Row> rows, List<String> features) {
        return FittedFeatures.fit(rows, features).imputation();
    }

    /** The features that go in. */
    public List<String> features() {
        return fills.stream().map(Fill::feature).toList();
    }

    /** The columns that come out for a model to read: the features, then the indicators. */
    public List<String> outputs() {
        return Stream.concat(features().stream(), indicators().map(Fill::indicator))
                .toList();
    }

    /** What a reader of the model should know about its features, one sentence each. */
    public List<String> notes() {
        return fills.stream()
                .filter(Fill::neverSeen)
                .map(fill -> "Feature '" + fill.feature() + "' has no value in any of " + fill.missing()
                        + " training rows: it is the constant " + fill.value() + " in training and scoring.")
                .toList();
    }

    /**
     * The rows with null-free features, the indicators and {@link #IMPUTED}; other columns stay and no row is lost. Lazy.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    public Dataset<Row> apply(Dataset<Row> rows) {
        FeatureValues.require(rows, features());
        Set<String> replaced = new HashSet<>(outputs());
        replaced.add(IMPUTED);
        List<Column> columns = new ArrayList<>();
        Stream.of(rows.columns())
                .filter(name -> !replaced.contains(name))
                .forEach(name -> columns.add(Identifiers.column(name)));
        fills.forEach(fill -> columns.add(FeatureValues.filled(fill).as(fill.feature())));
        indicators().forEach(fill -> columns.add(FeatureValues.indicator(fill).as(fill.indicator())));
        columns.add(FeatureValues.missingCount(features()).as(IMPUTED));
        return rows.select(columns.toArray(Column[]::new));
    }

    /** The canonical text form. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An imputation is plain numbers and names and must have a text form.", e);
        }
    }

    /**
     * Reads {@link #toJson}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Imputation fromJson(String json) {
        try {
            return JSON.readValue(json, Imputation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The text is not an imputation: " + e.getOriginalMessage(), e);
        }
    }

    private Stream<Fill> indicators() {
        return fills.stream().filter(Fill::hasIndicator);
    }

    private static void refuseAlikeNames(List<Fill> fills) {
        Set<String> seen = new HashSet<>(Set.of(IMPUTED));
        Stream<String> names = Stream.concat(
                fills.stream().map(Fill::feature),
                fills.stream().filter(Fill::hasIndicator).map(Fill::indicator));
        names.filter(name -> !seen.add(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Two feature columns would be called '" + name
                                    + "' (names that end in _was_missing and the name 'imputed' are taken). Rename the attribute or sensor.");
                });
    }
}
