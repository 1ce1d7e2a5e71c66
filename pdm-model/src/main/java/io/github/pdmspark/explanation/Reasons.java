package io.github.pdmspark.explanation;

import io.github.pdmspark.imputation.UsualValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From contributions of inputs to contributions of sensors, components and attributes, each with one sentence. */
final class Reasons implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<FeatureWord> words;
    private final HashMap<Integer, UsualValue> usual;
    private final int[] featureOfInput;

    /** {@code featureOfInput} says which feature an input is, or whether which one is missing it tells. */
    Reasons(List<FeatureWord> words, Map<Integer, UsualValue> usual, int[] featureOfInput) {
        this.words = List.copyOf(words);
        this.usual = new HashMap<>(usual);
        this.featureOfInput = featureOfInput;
    }

    /** One reason per group, the largest contribution first; {@code raw} are the features, NaN where missing. */
    List<Reason> of(double[] raw, List<Double> contributions) {
        double[] byFeature = new double[words.size()];
        for (int i = 0; i < featureOfInput.length; i++) {
            byFeature[featureOfInput[i]] += contributions.get(i);
        }
        Map<String, Double> sums = new HashMap<>();
        Map<String, Integer> leading = new LinkedHashMap<>();
        for (int i = 0; i < byFeature.length; i++) {
            String group = words.get(i).group();
            sums.merge(group, byFeature[i], Double::sum);
            leading.merge(group, i, (a, b) -> byFeature[b] > byFeature[a] ? b : a);
        }
        List<Reason> reasons = new ArrayList<>();
        leading.forEach((group, feature) ->
                reasons.add(new Reason(group, sums.getOrDefault(group, 0.0), sentence(feature, raw))));
        reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
        return reasons;
    }

    private String sentence(int feature, double[] raw) {
        FeatureWord word = words.get(feature);
        return Double.isFinite(raw[feature])
                ? word.say(raw[feature], Optional.ofNullable(usual.get(feature)))
                : word.group() + " has no value in one of its windows";
    }

    /** What one group of features adds to the output, and its strongest feature in words. */
    record Reason(String group, double contribution, String text) {}
}
