package io.github.pdmspark.bundle;

import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Loads a bundle and writes its model id and the bits of its scores; run as a program of its own. */
final class ScoreInOtherJvm {

    private ScoreInOtherJvm() {}

    public static void main(String[] arguments) throws IOException {
        SparkSession spark = LocalSpark.session();
        ModelBundle bundle = ModelBundle.load(spark, arguments[0]);
        Files.write(Path.of(arguments[1]), lines(bundle, spark));
        spark.stop();
    }

    static List<String> lines(ModelBundle bundle, SparkSession spark) {
        return SmallBundle.scores(bundle, spark).orderBy("id").collectAsList().stream()
                .map(row -> bundle.modelId() + " " + row.getLong(0) + " " + bits(row))
                .toList();
    }

    private static String bits(Row row) {
        List<Double> scores = row.getList(2);
        return scores.stream()
                .map(score -> Long.toHexString(Double.doubleToLongBits(score)))
                .collect(Collectors.joining(" "));
    }
}
