package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Trains any MLlib classifier that gives probabilities. The classifier keeps its settings; its columns are chosen here.
 * Classes without a training row keep their place and score 0.
 */
public final class MllibTrainer implements Trainer {

    private final ProbabilisticClassifier<?, ?, ?> classifier;
    private final String algorithm;
    private final Map<String, String> parameters;
    private final Layout.Kind kind;

    private MllibTrainer(
            ProbabilisticClassifier<?, ?, ?> classifier,
            String algorithm,
            Map<String, String> parameters,
            Layout.Kind kind) {
        this.classifier = classifier;
        this.algorithm = algorithm;
        this.parameters = parameters;
        this.kind = kind;
    }

    /** One classifier that tells all classes apart, such as {@code new NaiveBayes()}. */
    public static MllibTrainer of(ProbabilisticClassifier<?, ?, ?> classifier) {
        return create(
                classifier, Layout.Kind.ONE_CLASSIFIER, classifier.getClass().getSimpleName());
    }

    /** A copy of the classifier per component, each trained against all other rows; for classifiers of two classes. */
    public static MllibTrainer oneVsRest(ProbabilisticClassifier<?, ?, ?> classifier) {
        String name = "one-vs-rest " + classifier.getClass().getSimpleName();
        return create(classifier, Layout.Kind.ONE_VS_REST, name);
    }

    /** The same trainer with another seed, if the classifier takes one. */
    public MllibTrainer withSeed(long seed) {
        if (!classifier.hasParam("seed")) {
            throw new IllegalArgumentException(algorithm + " makes no random choice: it takes no seed.");
        }
        ProbabilisticClassifier<?, ?, ?> seeded = Classifier.copy(classifier);
        Classifier.set(seeded, "seed", seed);
        return new MllibTrainer(seeded, algorithm, Parameters.of(seeded), kind);
    }

    /** The same trainer under the name and with the settings of a shortcut. */
    MllibTrainer named(Trainer shortcut) {
        return new MllibTrainer(classifier, shortcut.algorithm(), shortcut.parameters(), kind);
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public Map<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    @Override
    public void requireSession(SparkSession spark) {
        DedicatedCompute.require(spark);
    }

    /** {@inheritDoc} One job counts the classes, the others are those of MLlib. */
    @Override
    public Model train(TrainingSet data) {
        requireSession(data.rows().sparkSession());
        FeatureValues.require(data.rows(), data.features());
        ClassCounts counts = ClassCounts.of(data);
        counts.requireTwoClasses(data.classes());
        if (counts.weighted() && !Classifier.takesWeights(classifier)) {
            throw new IllegalArgumentException(algorithm + " takes no weights, but the training rows have some."
                    + " Train without class weights, or keep fewer negatives instead.");
        }
        Ensemble ensemble =
                switch (kind) {
                    case ONE_CLASSIFIER -> single(data, counts.slots());
                    case ONE_VS_REST -> oneVsRest(data, counts.slots());
                    case REGRESSOR -> throw new IllegalStateException("A classifier is no regressor.");
                };
        return new MllibModel(algorithm, data.features(), data.classes(), ensemble);
    }

    private Ensemble single(TrainingSet data, List<Integer> slots) {
        if (slots.size() > 2 && Parameters.isBinaryOnly(classifier)) {
            throw new IllegalArgumentException(algorithm + " tells two classes apart, but the training rows have "
                    + slots.size() + ". Use MllibTrainer.oneVsRest(...).");
        }
        Column label = lit(0.0);
        for (int i = 1; i < slots.size(); i++) {
            label = when(label(data).equalTo(slots.get(i)), (double) i).otherwise(label);
        }
        Dataset<Row> vectors = vectors(data, label, slots.size());
        return new SingleClassifier(Classifier.bind(classifier).fit(vectors, slots.size()), slots);
    }

    private Ensemble oneVsRest(TrainingSet data, List<Integer> slots) {
        List<Integer> components = slots.stream().filter(slot -> slot > 0).toList();
        List<ProbabilisticClassificationModel<?, ?>> parts = new ArrayList<>();
        for (int slot : components) {
            Column label = when(label(data).equalTo(slot), 1.0).otherwise(0.0);
            parts.add(Classifier.bind(classifier).fit(vectors(data, label, 2), 2));
        }
        return new OneVsRest(parts, components);
    }

    private static Column label(TrainingSet data) {
        return Identifiers.column(data.labelColumn());
    }

    /** The number of classes goes with the label column: MLlib otherwise guesses it from the values. */
    private static Dataset<Row> vectors(TrainingSet data, Column label, int classCount) {
        NominalAttribute attribute =
                NominalAttribute.defaultAttr().withName(VectorColumns.LABEL).withNumValues(classCount);
        return data.rows()
                .select(
                        VectorColumns.vector(data.features()).as(VectorColumns.FEATURES),
                        label.as(VectorColumns.LABEL, attribute.toMetadata()),
                        Identifiers.column(data.weightColumn()).as(VectorColumns.WEIGHT));
    }

    private static MllibTrainer create(ProbabilisticClassifier<?, ?, ?> classifier, Layout.Kind kind, String name) {
        ProbabilisticClassifier<?, ?, ?> own = Classifier.copy(classifier);
        return new MllibTrainer(own, name, Parameters.of(own), kind);
    }
}
