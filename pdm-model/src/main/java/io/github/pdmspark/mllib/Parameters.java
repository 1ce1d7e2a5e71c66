package io.github.pdmspark.mllib;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The settings of an MLlib classifier as text. */
final class Parameters {

    private Parameters() {}

    /** Every setting but the names of columns, defaults included. */
    static Map<String, String> of(Params classifier) {
        Map<String, String> settings = new TreeMap<>();
        for (Param<?> parameter : classifier.params()) {
            if (classifier.isDefined(parameter) && !parameter.name().endsWith("Col")) {
                settings.put(parameter.name(), text(value(classifier, parameter)));
            }
        }
        return settings;
    }

    /** MLlib itself finds out only after the features are computed. */
    static boolean isBinaryOnly(Params classifier) {
        return classifier instanceof GBTClassifier || classifier instanceof FMClassifier;
    }

    private static Object value(Params classifier, Param<?> parameter) {
        return classifier.getOrDefault(parameter);
    }

    private static String text(Object value) {
        if (value instanceof int[] numbers) {
            return Arrays.toString(numbers);
        }
        return value instanceof double[] numbers ? Arrays.toString(numbers) : String.valueOf(value);
    }
}
