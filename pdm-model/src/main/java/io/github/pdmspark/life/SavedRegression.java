package io.github.pdmspark.life;

import com.google.common.hash.Hashing;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.bundle.SavedContent;
import io.github.pdmspark.bundle.SavedIdentity;
import io.github.pdmspark.bundle.SealedFolder;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.mllib.MllibLifeFormat;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeModelFormat;
import io.github.pdmspark.portable.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A regression as a folder. */
final class SavedRegression {

    private static final String FORMAT = "pdm-life-regression";
    private static final String FEATURES = "features.json";
    private static final String LIFE = "life.json";
    private static final String IMPUTATION = "imputation.json";
    private static final String PROVENANCE = "provenance.json";
    private static final String MODEL = "model";
    private static final int ID_LENGTH = 12;

    private SavedRegression() {}

    static void save(LifeRegression regression, SparkSession spark, String path) {
        LifeModel model = regression.model();
        SealedFolder.save(
                spark,
                path,
                new SavedContent(identity(regression), texts(regression), (session, place) -> model.format()
                        .write(model, session, place.apply(MODEL))));
    }

    static LifeRegression load(SparkSession spark, String path) {
        SealedFolder folder = SealedFolder.open(spark, path, FORMAT);
        Imputation imputation = folder.text(IMPUTATION, Imputation::fromJson);
        Settings settings = folder.text(LIFE, json -> RecordJson.read(json, Settings.class));
        LifeModelFormat format = new MllibLifeFormat();
        LifeModel model = folder.model(
                MODEL, place -> format.inspect(spark, place), place -> format.read(spark, place, imputation.outputs()));
        LifeRegression regression = new LifeRegression(
                folder.text(FEATURES, FeatureSpec::fromJson),
                settings.component(),
                ClockText.parse(settings.clock()),
                settings.cap().stream().mapToDouble(Double::doubleValue).findFirst(),
                imputation,
                model,
                folder.text(PROVENANCE, json -> RecordJson.read(json, Provenance.class)));
        folder.requireIdentity(identity(regression));
        return regression;
    }

    private static Map<String, String> texts(LifeRegression regression) {
        Map<String, String> texts = new TreeMap<>();
        texts.put(FEATURES, regression.spec().toJson());
        texts.put(LIFE, RecordJson.write(Settings.of(regression)));
        texts.put(IMPUTATION, regression.imputation().toJson());
        texts.put(PROVENANCE, RecordJson.write(regression.provenance()));
        return texts;
    }

    private static SavedIdentity identity(LifeRegression regression) {
        LifeModel model = regression.model();
        String id = Hashing.sha256()
                .hashString(texts(regression).toString(), StandardCharsets.UTF_8)
                .toString();
        return new SavedIdentity(
                FORMAT,
                id.substring(0, ID_LENGTH),
                model.format().name(),
                model.algorithm(),
                List.of(regression.component()),
                model.features(),
                regression.spec().fingerprint());
    }

    /**
     * What a regression predicts.
     *
     * @param cap one number, or none
     */
    record Settings(String component, String clock, List<Double> cap) {

        Settings {
            cap = List.copyOf(cap);
        }

        static Settings of(LifeRegression regression) {
            OptionalDouble cap = regression.cap();
            return new Settings(
                    regression.component(),
                    ClockText.of(regression.clock()),
                    cap.isPresent() ? List.of(cap.getAsDouble()) : List.of());
        }
    }
}
