package io.github.pdmspark.hazard;

import com.google.common.hash.Hashing;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.bundle.SavedContent;
import io.github.pdmspark.bundle.SavedIdentity;
import io.github.pdmspark.bundle.SealedFolder;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.life.ClockText;
import io.github.pdmspark.mllib.MllibFormat;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.portable.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Hazards as a folder. */
final class SavedHazards {

    private static final String FORMAT = "pdm-hazards";
    private static final String FEATURES = "features.json";
    private static final String HAZARDS = "hazards.json";
    private static final String IMPUTATION = "imputation.json";
    private static final String MODEL = "model-";
    private static final int ID_LENGTH = 12;

    private SavedHazards() {}

    static void save(HazardModel hazards, SparkSession spark, String path) {
        SealedFolder.save(spark, path, new SavedContent(identity(hazards), texts(hazards), (session, place) -> {
            for (int i = 0; i < hazards.hazards().size(); i++) {
                Model model = hazards.hazards().get(i).model();
                model.format().write(model, session, place.apply(MODEL + i));
            }
        }));
    }

    static HazardModel load(SparkSession spark, String path) {
        SealedFolder folder = SealedFolder.open(spark, path, FORMAT);
        Imputation imputation = folder.text(IMPUTATION, Imputation::fromJson);
        Settings settings = folder.text(HAZARDS, json -> RecordJson.read(json, Settings.class));
        PersonPeriods periods = new PersonPeriods(settings.periods(), settings.coding());
        List<String> features = Stream.concat(imputation.outputs().stream(), periods.columns().stream())
                .toList();
        ModelFormat format = new MllibFormat();
        List<ComponentHazard> hazards = new ArrayList<>();
        for (int i = 0; i < settings.components().size(); i++) {
            Trained trained = settings.components().get(i);
            List<String> classes = List.of(Target.NONE, trained.component());
            Model model = folder.model(
                    MODEL + i,
                    place -> format.inspect(spark, place),
                    place -> format.read(spark, place, features, classes));
            hazards.add(new ComponentHazard(trained.component(), model, trained.provenance(), trained.calibration()));
        }
        HazardModel loaded = new HazardModel(
                folder.text(FEATURES, FeatureSpec::fromJson),
                ClockText.parse(settings.clock()),
                periods,
                imputation,
                hazards);
        folder.requireIdentity(identity(loaded));
        return loaded;
    }

    private static Map<String, String> texts(HazardModel hazards) {
        Map<String, String> texts = new TreeMap<>();
        texts.put(FEATURES, hazards.spec().toJson());
        texts.put(IMPUTATION, hazards.imputation().toJson());
        texts.put(HAZARDS, RecordJson.write(Settings.of(hazards)));
        return texts;
    }

    private static SavedIdentity identity(HazardModel hazards) {
        String id = Hashing.sha256()
                .hashString(texts(hazards).toString(), StandardCharsets.UTF_8)
                .toString();
        Model first = hazards.hazards().get(0).model();
        return new SavedIdentity(
                FORMAT,
                id.substring(0, ID_LENGTH),
                first.format().name(),
                first.algorithm(),
                hazards.hazards().stream().map(ComponentHazard::component).toList(),
                first.features(),
                hazards.spec().fingerprint());
    }

    /** What hazards are of. */
    record Settings(String clock, Periods periods, PeriodCoding coding, List<Trained> components) {

        Settings {
            components = List.copyOf(components);
        }

        static Settings of(HazardModel hazards) {
            return new Settings(
                    ClockText.of(hazards.clock()),
                    hazards.periods(),
                    hazards.coding(),
                    hazards.hazards().stream()
                            .map(each -> new Trained(each.component(), each.provenance(), each.calibration()))
                            .toList());
        }
    }

    /** One component, what made its model, and the calibration of its curves. */
    record Trained(String component, Provenance provenance, CurveCalibration calibration) {}
}
