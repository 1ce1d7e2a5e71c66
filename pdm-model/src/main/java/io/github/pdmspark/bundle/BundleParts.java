package io.github.pdmspark.bundle;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text files of a bundle: what they are called and what they say. */
final class BundleParts {

    static final String MODEL = "model";

    private static final String FEATURES = "features.json";
    private static final String TARGET = "target.json";
    private static final String IMPUTATION = "imputation.json";
    private static final String PROVENANCE = "provenance.json";
    private static final String POLICY = "policy.json";
    private static final int ID_LENGTH = 12;

    private BundleParts() {}

    static List<TextFile> of(ModelBundle bundle) {
        List<TextFile> files =
                new ArrayList<>(fixed(bundle.spec(), bundle.target(), bundle.imputation(), bundle.provenance()));
        bundle.policy().ifPresent(policy -> files.add(new TextFile(POLICY, BundleJson.write(policy))));
        return files;
    }

    /** Short hash of everything that decides the scores but the fitted numbers; the alarm policy is no part of it. */
    static String modelId(FeatureSpec spec, Target target, Imputation imputation, Model model, Provenance provenance) {
        return modelId(
                fixed(spec, target, imputation, provenance), model.format().name(), model.algorithm());
    }

    /** The same from the saved text, so that an identity never changes with the version that reads it. */
    static String modelId(BundleFolder folder, Manifest manifest) {
        List<TextFile> files = Stream.of(FEATURES, TARGET, IMPUTATION, PROVENANCE)
                .map(name -> new TextFile(name, read(folder, name, Function.identity())))
                .toList();
        return modelId(files, manifest.modelFormat(), manifest.algorithm());
    }

    private static String modelId(List<TextFile> files, String modelFormat, String algorithm) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (TextFile file : files) {
            hasher.putString(file.name() + "\n" + file.text() + "\n", StandardCharsets.UTF_8);
        }
        hasher.putString(modelFormat + "\n" + algorithm, StandardCharsets.UTF_8);
        return hasher.hash().toString().substring(0, ID_LENGTH);
    }

    static FeatureSpec spec(BundleFolder folder) {
        return read(folder, FEATURES, FeatureSpec::fromJson);
    }

    static Target target(BundleFolder folder) {
        return read(folder, TARGET, json -> BundleJson.read(json, Target.class));
    }

    static Imputation imputation(BundleFolder folder) {
        return read(folder, IMPUTATION, Imputation::fromJson);
    }

    static Provenance provenance(BundleFolder folder) {
        return read(folder, PROVENANCE, json -> BundleJson.read(json, Provenance.class));
    }

    static Optional<AlarmPolicy> policy(BundleFolder folder) throws IOException {
        return folder.has(POLICY)
                ? Optional.of(read(folder, POLICY, json -> BundleJson.read(json, AlarmPolicy.class)))
                : Optional.empty();
    }

    private static List<TextFile> fixed(FeatureSpec spec, Target target, Imputation imputation, Provenance provenance) {
        return List.of(
                new TextFile(FEATURES, spec.toJson()),
                new TextFile(TARGET, BundleJson.write(target)),
                new TextFile(IMPUTATION, imputation.toJson()),
                new TextFile(PROVENANCE, BundleJson.write(provenance)));
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
