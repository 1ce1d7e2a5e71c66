package io.github.pdmspark.mllib;

import io.github.pdmspark.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A small fleet whose components announce themselves each in a feature of its own; feature and class names are awkward. */
final class Separable {

    static final List<String> FEATURES = List.of("noise", "heat.1", "a `tick`");
    static final List<String> CLASSES = List.of("none", "pump.1", "seal b", "never failed");

    private static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.LongType)
            .add("noise", DataTypes.DoubleType)
            .add("heat.1", DataTypes.DoubleType)
            .add("a `tick`", DataTypes.DoubleType)
            .add("label_index", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType);

    private Separable() {}

    /** Classes 0, 1, 2 in equal parts; heat is high for class 1, tick for class 2. */
    static TrainingSet rows(SparkSession spark, int count) {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % 3;
            double heat = random.nextDouble() + (label == 1 ? 10 : 0);
            double tick = random.nextDouble() + (label == 2 ? 10 : 0);
            rows.add(RowFactory.create((long) i, random.nextDouble(), heat, tick, (double) label, 1.0));
        }
        return of(spark.createDataFrame(rows, SCHEMA));
    }

    static TrainingSet of(Dataset<Row> rows) {
        return new TrainingSet(rows, FEATURES, CLASSES, "label_index", "weight");
    }
}
