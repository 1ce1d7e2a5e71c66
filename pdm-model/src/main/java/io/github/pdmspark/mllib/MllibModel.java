package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import com.google.common.base.Suppliers;
import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.portable.Exportable;
import io.github.pdmspark.portable.FlatModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A model made of fitted MLlib classifiers. */
final class MllibModel implements Model, Exportable {

    private final String algorithm;
    private final List<String> features;
    private final List<String> classes;
    private final Ensemble ensemble;
    private final Supplier<Optional<FlatModel>> flat;

    MllibModel(String algorithm, List<String> features, List<String> classes, Ensemble ensemble) {
        this.algorithm = algorithm;
        this.features = List.copyOf(features);
        this.classes = List.copyOf(classes);
        this.ensemble = ensemble;
        // the Guava of Spark 3.5 has a supplier of its own, which is none of the JDK
        com.google.common.base.Supplier<Optional<FlatModel>> once =
                Suppliers.memoize(() -> FlatExport.of(ensemble, this.classes.size()));
        this.flat = () -> once.get();
        requireFit();
    }

    /** A saved classifier may come with other names than it was trained with. */
    private void requireFit() {
        for (var part : ensemble.parts()) {
            if (part.numFeatures() >= 0 && part.numFeatures() != features.size()) {
                throw new IllegalArgumentException("The classifier was trained on " + part.numFeatures()
                        + " features, but " + features.size() + " are named.");
            }
        }
        if (!ensemble.slots().stream().allMatch(slot -> slot >= 0 && slot < classes.size())) {
            throw new IllegalArgumentException(
                    "The classifier knows the classes " + ensemble.slots() + ", but " + classes.size() + " are named.");
        }
    }

    Ensemble ensemble() {
        return ensemble;
    }

    @Override
    public Optional<FlatModel> flat() {
        return flat.get();
    }

    @Override
    public List<String> features() {
        return features;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public ModelFormat format() {
        return new MllibFormat();
    }

    @Override
    public Dataset<Row> score(Dataset<Row> rows) {
        FeatureValues.require(rows, features);
        Dataset<Row> vectors = rows.withColumn(VectorColumns.VALID, VectorColumns.valid(features))
                .withColumn(VectorColumns.FEATURES, VectorColumns.vector(features));
        List<Column> scores = ensemble.scores(classes.size());
        Column finite = FeatureValues.joined(
                scores.stream()
                        .map(score -> score.between(-Double.MAX_VALUE, Double.MAX_VALUE))
                        .toList(),
                Column::and);
        return ensemble.transform(vectors)
                .withColumn(
                        ScoreColumns.CLASS_SCORES,
                        when(col(VectorColumns.VALID).and(finite), array(scores.toArray(Column[]::new))))
                .drop(ensemble.helpers().toArray(String[]::new))
                .drop(VectorColumns.VALID, VectorColumns.FEATURES);
    }

    /** The mean over the classifiers, added up to 1 again. */
    @Override
    public Map<String, Double> importances() {
        List<Vector> vectors = ensemble.parts().stream()
                .map(Importances::of)
                .flatMap(Optional::stream)
                .toList();
        double total = vectors.stream().mapToDouble(vector -> sum(vector)).sum();
        Map<String, Double> byName = new LinkedHashMap<>();
        if (total > 0) {
            for (int i = 0; i < features.size(); i++) {
                int slot = i;
                byName.put(
                        features.get(i),
                        vectors.stream().mapToDouble(v -> v.apply(slot)).sum() / total);
            }
        }
        return byName;
    }

    private static double sum(Vector vector) {
        double sum = 0;
        for (double value : vector.toArray()) {
            sum += value;
        }
        return sum;
    }
}
