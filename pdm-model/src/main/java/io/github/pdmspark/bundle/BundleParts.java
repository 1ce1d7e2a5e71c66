package io.github.pdmspark.bundle;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.imputation.UsualValues;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.portable.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The text files of a bundle: what they are called and what they say. */
final class BundleParts {

    static final String MODEL = "model";

    private static final String FEATURES = "features.json";
    private static final String TARGET = "target.json";
    private static final String IMPUTATION = "imputation.json";
    private static final String PROVENANCE = "provenance.json";
    private static final String POLICY = "policy.json";
    private static final String CALIBRATION = "calibration.json";
    private static final String USUAL = "usual.json";
    private static final String DISTRIBUTIONS = "distributions.json";
    private static final int ID_LENGTH = 12;

    private BundleParts() {}

    static Map<String, String> of(ModelBundle bundle) {
        Map<String, String> files = new LinkedHashMap<>();
        deciding(bundle).forEach(file -> files.put(file.name(), file.text()));
        bundle.policy().ifPresent(policy -> files.put(POLICY, RecordJson.write(policy)));
        bundle.usualValues().ifPresent(usual -> files.put(USUAL, RecordJson.write(usual)));
        bundle.distributions().ifPresent(found -> files.put(DISTRIBUTIONS, RecordJson.write(found)));
        return files;
    }

    /** Short hash of everything that decides the scores but the fitted numbers of the model; the alarm policy is no part. */
    static String modelId(ModelBundle bundle) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (TextFile file : deciding(bundle)) {
            hasher.putString(file.name() + "\n" + file.text() + "\n", StandardCharsets.UTF_8);
        }
        Model model = bundle.model();
        hasher.putString(model.format().name() + "\n" + model.algorithm(), StandardCharsets.UTF_8);
        return hasher.hash().toString().substring(0, ID_LENGTH);
    }

    /** Hash of the identity and of all text files. */
    static String fingerprint(ModelBundle bundle) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putString(bundle.modelId() + "\n", StandardCharsets.UTF_8);
        of(bundle).forEach((name, text) -> hasher.putString(name + "\n" + text + "\n", StandardCharsets.UTF_8));
        return hasher.hash().toString();
    }

    static FeatureSpec spec(BundleFolder folder) {
        return read(folder, FEATURES, FeatureSpec::fromJson);
    }

    static Target target(BundleFolder folder) {
        return read(folder, TARGET, json -> RecordJson.read(json, Target.class));
    }

    static Imputation imputation(BundleFolder folder) {
        return read(folder, IMPUTATION, Imputation::fromJson);
    }

    static Provenance provenance(BundleFolder folder) {
        return read(folder, PROVENANCE, json -> RecordJson.read(json, Provenance.class));
    }

    static Optional<AlarmPolicy> policy(BundleFolder folder) throws IOException {
        return readIfPresent(folder, POLICY, AlarmPolicy.class);
    }

    static Optional<Calibration> calibration(BundleFolder folder) throws IOException {
        return readIfPresent(folder, CALIBRATION, Calibration.class);
    }

    static Optional<UsualValues> usualValues(BundleFolder folder) throws IOException {
        return readIfPresent(folder, USUAL, UsualValues.class);
    }

    static Optional<Distributions> distributions(BundleFolder folder) throws IOException {
        return readIfPresent(folder, DISTRIBUTIONS, Distributions.class);
    }

    /** The files that an identity is made of; a bundle without calibration has the identity it had before there were any. */
    private static List<TextFile> deciding(ModelBundle bundle) {
        List<TextFile> files = new ArrayList<>(List.of(
                new TextFile(FEATURES, bundle.spec().toJson()),
                new TextFile(TARGET, RecordJson.write(bundle.target())),
                new TextFile(IMPUTATION, bundle.imputation().toJson()),
                new TextFile(PROVENANCE, RecordJson.write(bundle.provenance()))));
        bundle.calibration()
                .ifPresent(calibration -> files.add(new TextFile(CALIBRATION, RecordJson.write(calibration))));
        return files;
    }

    private static <T> Optional<T> readIfPresent(BundleFolder folder, String file, Class<T> type) throws IOException {
        return folder.has(file)
                ? Optional.of(read(folder, file, json -> RecordJson.read(json, type)))
                : Optional.empty();
    }

    private static <T> T read(BundleFolder folder, String file, Function<String, T> parser) {
        try {
            return parser.apply(folder.read(file));
        } catch (IOException | IllegalArgumentException e) {
            throw BundleProblems.because(BundleProblems.damaged(file, "cannot be read: " + e.getMessage()), e);
        }
    }

    /** A file by name and content. */
    record TextFile(String name, String text) {}
}
