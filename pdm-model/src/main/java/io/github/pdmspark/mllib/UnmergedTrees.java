package io.github.pdmspark.mllib;

import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.Instance;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.impl.RandomForest;
import org.apache.spark.mllib.tree.configuration.Algo;
import org.apache.spark.mllib.tree.configuration.Strategy;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;

/**
 * The trees of MLlib without its last step, which joins neighbouring leaves that name the same class although they tell
 * different probabilities (SPARK-34591). A class that is rarer than one in two everywhere is never named, so of its trees
 * only the root is left. MLlib has no setting for it; the class it calls takes one.
 */
final class UnmergedTrees {

    private UnmergedTrees() {}

    static RandomForestClassificationModel fit(RandomForestClassifier forest, Dataset<Row> vectors, int classes) {
        Strategy strategy = forest.getOldStrategy(none(), classes, Algo.Classification(), forest.getOldImpurity());
        strategy.setBootstrap(forest.getBootstrap());
        DecisionTreeModel[] grown =
                grow(vectors, strategy, forest.getNumTrees(), forest.getFeatureSubsetStrategy(), forest.getSeed());
        DecisionTreeClassificationModel[] trees = new DecisionTreeClassificationModel[grown.length];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = (DecisionTreeClassificationModel) grown[i];
        }
        return forest.copyValues(
                new RandomForestClassificationModel(forest.uid(), trees, trees[0].numFeatures(), classes),
                ParamMap.empty());
    }

    static DecisionTreeClassificationModel fit(DecisionTreeClassifier tree, Dataset<Row> vectors, int classes) {
        DecisionTreeModel grown = grow(vectors, tree.getOldStrategy(none(), classes), 1, "all", tree.getSeed())[0];
        DecisionTreeClassificationModel own = (DecisionTreeClassificationModel) grown;
        return tree.copyValues(
                new DecisionTreeClassificationModel(tree.uid(), own.rootNode(), own.numFeatures(), classes),
                ParamMap.empty());
    }

    private static DecisionTreeModel[] grow(
            Dataset<Row> vectors, Strategy strategy, int trees, String featureSubset, long seed) {
        RDD<Instance> rows = vectors.select(VectorColumns.LABEL, VectorColumns.WEIGHT, VectorColumns.FEATURES)
                .toJavaRDD()
                .map(row -> new Instance(row.getDouble(0), row.getDouble(1), (Vector) row.get(2)))
                .rdd();
        return RandomForest.run(
                rows, strategy, trees, featureSubset, seed, Option.empty(), false, Option.apply("unmerged"));
    }

    /** No feature is a category: categories come as columns of 0 and 1. */
    private static scala.collection.immutable.Map<Object, Object> none() {
        return scala.collection.immutable.Map$.MODULE$.empty();
    }
}
