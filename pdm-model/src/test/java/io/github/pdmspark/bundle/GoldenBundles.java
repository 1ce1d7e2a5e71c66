package io.github.pdmspark.bundle;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Small bundles with rows and the bits of their scores, kept to see that later versions read them and score the same. */
final class GoldenBundles {

    static final String ROWS = "rows.txt";
    static final String SCORES = "scores.txt";
    static final String BUNDLE = "bundle";

    private static final String NONE = "null";
    private static final StructType INPUT = new StructType()
            .add("id", DataTypes.LongType)
            .add("volt_mean_24h", DataTypes.DoubleType)
            .add("heat.1_mean_24h", DataTypes.DoubleType)
            .add("age", DataTypes.DoubleType);

    private GoldenBundles() {}

    /** Writes {@code format-<format>-spark-<line>} of the running Spark into a folder. */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
        Path folder = Path.of(arguments[0], name(spark));
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there, and what a release wrote does not change.");
        }
        for (Map.Entry<String, Trainer> kind : kinds().entrySet()) {
            write(SmallBundle.trained(spark, kind.getValue()), spark, folder.resolve(kind.getKey()));
        }
        spark.stop();
    }

    static String name(SparkSession spark) {
        return "format-" + Manifest.VERSION + "-spark-" + spark.version().replaceFirst("\\.\\d+$", "");
    }

    static Map<String, Trainer> kinds() {
        Map<String, Trainer> kinds = new LinkedHashMap<>();
        kinds.put("logistic", LogisticRegressionTrainer.builder().iterations(20).build());
        kinds.put("tree", DecisionTreeTrainer.builder().depth(3).build());
        kinds.put("forest", RandomForestTrainer.builder().trees(4).depth(3).build());
        kinds.put("boosted", BoostedTreesTrainer.builder().rounds(3).depth(2).build());
        return kinds;
    }

    private static void write(ModelBundle bundle, SparkSession spark, Path folder) throws IOException {
        Path saved = Files.createDirectories(folder).resolve(BUNDLE);
        bundle.save(saved.toString());
        deleteMarks(saved);
        List<Row> input = SmallBundle.rows(spark)
                .select(col("id"), col("volt_mean_24h"), col("`heat.1_mean_24h`"), col("age"))
                .orderBy("id")
                .limit(30)
                .collectAsList();
        Files.write(
                folder.resolve(ROWS), input.stream().map(GoldenBundles::bits).toList());
        Files.write(folder.resolve(SCORES), scores(bundle, spark, folder));
    }

    /** What Hadoop adds and no reader needs. */
    private static void deleteMarks(Path bundle) throws IOException {
        BundleFiles.deleteHadoopChecksums(bundle);
        try (Stream<Path> all = Files.walk(bundle)) {
            for (Path mark : all.filter(file -> file.endsWith("_SUCCESS")).toList()) {
                Files.delete(mark);
            }
        }
    }

    /** A line for each row: the bits of the class scores of MLlib, then those of the score table. */
    static List<String> scores(ModelBundle bundle, SparkSession spark, Path folder) throws IOException {
        Dataset<Row> rows = spark.createDataFrame(
                Files.readAllLines(folder.resolve(ROWS)).stream()
                        .map(GoldenBundles::row)
                        .toList(),
                INPUT);
        List<Row> classes = bundle.model()
                .score(bundle.imputation().apply(rows))
                .orderBy("id")
                .select("class_scores")
                .collectAsList();
        List<Row> table = ScoringPipeline.of(bundle)
                .scoreFeatures(rows.select(
                        col("id").cast("string").as("machine_id"),
                        lit("2015-01-01").cast("timestamp").as("as_of"),
                        lit("OK").as("feature_status"),
                        lit(1.0).as("coverage"),
                        col("volt_mean_24h"),
                        col("`heat.1_mean_24h`"),
                        col("age")))
                .rows()
                .orderBy(col("machine_id").cast("long"))
                .selectExpr("score", "`score_pump.1`", "`score_seal b`", "cast(imputed as double)")
                .collectAsList();
        return IntStream.range(0, classes.size())
                .mapToObj(
                        i -> bits(RowFactory.create(classes.get(i).getList(0).toArray())) + " | " + bits(table.get(i)))
                .toList();
    }

    private static String bits(Row row) {
        return IntStream.range(0, row.size()).mapToObj(i -> bits(row.get(i))).collect(joining(" "));
    }

    private static String bits(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        return value instanceof Double number
                ? Long.toHexString(Double.doubleToRawLongBits(number))
                : String.valueOf(value);
    }

    private static Row row(String line) {
        String[] cells = line.split(" ", -1);
        List<Object> values = new ArrayList<>();
        values.add(Long.parseLong(cells[0]));
        for (int i = 1; i < cells.length; i++) {
            values.add(cells[i].equals(NONE) ? null : Double.longBitsToDouble(Long.parseUnsignedLong(cells[i], 16)));
        }
        return RowFactory.create(values.toArray());
    }
}
