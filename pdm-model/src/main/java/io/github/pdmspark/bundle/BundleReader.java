package io.github.pdmspark.bundle;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.mllib.MllibFormat;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Target;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Loads a bundle in the only safe order: files against manifest, model folder against its format, then the model. */
final class BundleReader {

    private final SparkSession spark;
    private final BundleFolder folder;
    private final Map<String, ModelFormat> formats = new HashMap<>();

    BundleReader(SparkSession spark, String path, List<ModelFormat> extra) throws IOException {
        this.spark = spark;
        folder = BundleFolder.at(spark, path);
        formats.put(MllibFormat.NAME, new MllibFormat());
        extra.forEach(format -> formats.put(format.name(), format));
    }

    ModelBundle load() throws IOException {
        Manifest manifest = Verification.run(folder, ModelBundle.FORMAT);
        ModelFormat format = format(manifest);
        String modelFolder = folder.full(BundleParts.MODEL);
        List<Problem> problems = format.inspect(spark, modelFolder);
        if (!problems.isEmpty()) {
            throw new BundleException(problems);
        }
        Imputation imputation = BundleParts.imputation(folder);
        Target target = BundleParts.target(folder);
        Model model = new SparkLine(spark, manifest)
                .reading(
                        BundleParts.MODEL,
                        () -> format.read(spark, modelFolder, imputation.outputs(), target.classes()));
        ModelBundle bundle =
                ModelBundle.of(BundleParts.spec(folder), target, imputation, model, BundleParts.provenance(folder));
        ModelBundle complete = withExtras(bundle);
        requireSame(manifest, complete);
        return complete;
    }

    private ModelBundle withExtras(ModelBundle bundle) throws IOException {
        ModelBundle calibrated =
                BundleParts.calibration(folder).map(bundle::withCalibration).orElse(bundle);
        ModelBundle measured =
                BundleParts.usualValues(folder).map(calibrated::withUsualValues).orElse(calibrated);
        ModelBundle counted = BundleParts.distributions(folder)
                .map(measured::withDistributions)
                .orElse(measured);
        return BundleParts.policy(folder).map(counted::withPolicy).orElse(counted);
    }

    private ModelFormat format(Manifest manifest) {
        ModelFormat format = formats.get(manifest.modelFormat());
        if (format == null) {
            throw new BundleException(BundleProblems.foreign(
                    folder.shown(),
                    "its model format is '" + manifest.modelFormat() + "', known are " + new TreeSet<>(formats.keySet())
                            + " (give load(...) the format of your own models)"));
        }
        return format;
    }

    private static void requireSame(Manifest manifest, ModelBundle bundle) {
        List<Object> expected =
                List.of(manifest.modelId(), manifest.features(), manifest.classes(), manifest.featureFingerprint());
        List<Object> found = List.of(
                bundle.modelId(),
                bundle.model().features(),
                bundle.model().classes(),
                bundle.spec().fingerprint());
        if (!expected.equals(found)) {
            throw new BundleException(
                    BundleProblems.mismatch("The manifest does not belong to the files beside it.", expected, found));
        }
    }
}
