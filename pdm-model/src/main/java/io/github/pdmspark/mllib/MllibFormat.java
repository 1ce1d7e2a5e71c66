package io.github.pdmspark.mllib;

import io.github.pdmspark.error.Problem;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.SparkSession;

/** Saves each classifier with MLlib's own writer; reads only classes of a closed list, each with its own reader. */
public final class MllibFormat implements ModelFormat {

    /** Name of the format in a bundle. */
    public static final String NAME = "mllib";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(Model model, SparkSession spark, String folder) {
        if (!(model instanceof MllibModel mllib)) {
            throw new IllegalArgumentException("The mllib format saves models of MllibTrainer, not "
                    + model.getClass().getName() + ".");
        }
        List<ProbabilisticClassificationModel<?, ?>> parts = mllib.ensemble().parts();
        parts.forEach(part -> Readers.requireReadable(part.getClass().getName()));
        Layout layout = new Layout(
                mllib.ensemble().kind(), mllib.algorithm(), mllib.ensemble().slots());
        try {
            for (int i = 0; i < parts.size(); i++) {
                String path = folder + "/" + layout.folders().get(i);
                ((MLWritable) parts.get(i)).write().session(spark).save(path);
            }
            new ModelFolder(spark, folder).write(Layout.FILE, layout.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Problem> inspect(SparkSession spark, String folder) {
        return new FolderInspection(new ModelFolder(spark, folder)).problems();
    }

    @Override
    public Model read(SparkSession spark, String folder, List<String> features, List<String> classes) {
        DedicatedCompute.require(spark);
        ModelFolder files = new ModelFolder(spark, folder);
        try {
            Layout layout = Layout.fromJson(files.read(Layout.FILE));
            List<ProbabilisticClassificationModel<?, ?>> parts = new ArrayList<>();
            for (String part : layout.folders()) {
                String className = files.metadata(part).className();
                parts.add(Readers.read(className, spark, folder + "/" + part));
            }
            return new MllibModel(layout.algorithm(), features, classes, ensemble(layout, parts));
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be read: " + e.getMessage(), e);
        }
    }

    private static Ensemble ensemble(Layout layout, List<ProbabilisticClassificationModel<?, ?>> parts) {
        return switch (layout.kind()) {
            case ONE_CLASSIFIER -> new SingleClassifier(parts.get(0), layout.slots());
            case ONE_VS_REST -> new OneVsRest(parts, layout.slots());
            case REGRESSOR -> throw new IllegalArgumentException("It is a regressor, which has no classes.");
        };
    }
}
