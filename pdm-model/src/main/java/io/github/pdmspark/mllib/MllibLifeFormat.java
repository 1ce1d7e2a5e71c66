package io.github.pdmspark.mllib;

import io.github.pdmspark.error.Problem;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeModelFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.RegressionModel;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.SparkSession;

/** Saves a regressor with MLlib's own writer; reads only classes of a closed list, each with its own reader. */
public final class MllibLifeFormat implements LifeModelFormat {

    /** Name of the format in a bundle. */
    public static final String NAME = "mllib-life";

    private static final List<Integer> NO_CLASSES = List.of(0);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(LifeModel model, SparkSession spark, String folder) {
        if (!(model instanceof MllibLifeModel mllib)) {
            throw new IllegalArgumentException("The mllib-life format saves models of MllibLifeTrainer, not "
                    + model.getClass().getName() + ".");
        }
        RegressionModel<Vector, ?> regressor = mllib.regressor();
        LifeReaders.requireReadable(regressor.getClass().getName());
        Layout layout = new Layout(Layout.Kind.REGRESSOR, mllib.algorithm(), NO_CLASSES);
        try {
            ((MLWritable) regressor)
                    .write()
                    .session(spark)
                    .save(folder + "/" + layout.folders().get(0));
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
    public LifeModel read(SparkSession spark, String folder, List<String> features) {
        DedicatedCompute.require(spark);
        ModelFolder files = new ModelFolder(spark, folder);
        try {
            Layout layout = Layout.fromJson(files.read(Layout.FILE));
            String part = layout.folders().get(0);
            String className = files.metadata(part).className();
            return new MllibLifeModel(
                    layout.algorithm(), features, LifeReaders.read(className, spark, folder + "/" + part));
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be read: " + e.getMessage(), e);
        }
    }
}
