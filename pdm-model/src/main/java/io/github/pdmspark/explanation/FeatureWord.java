package io.github.pdmspark.explanation;

import io.github.pdmspark.imputation.UsualValue;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/** What a column is about, and how an engineer would say its value. */
sealed interface FeatureWord extends Serializable {

    /** The sensor, component, code or attribute behind the column. */
    String group();

    /** The value in words. */
    String say(double value, Optional<UsualValue> usual);

    /** A number that is compared with what is usual. */
    record Level(String group, String name) implements FeatureWord {
        @Override
        public String say(double value, Optional<UsualValue> usual) {
            if (usual.isEmpty() || usual.get().deviation() == 0) {
                return name + " is " + number(value);
            }
            double distance = (value - usual.get().mean()) / usual.get().deviation();
            return String.format(
                    Locale.ROOT,
                    "%s is %s, %.1f sd %s the usual of the training rows",
                    name,
                    number(value),
                    Math.abs(distance),
                    distance < 0 ? "below" : "above");
        }
    }

    /** How often something happened. */
    record Count(String group, String name, String after) implements FeatureWord {
        @Override
        public String say(double value, Optional<UsualValue> usual) {
            return name + " " + number(value) + " " + after;
        }
    }

    /** Hours since something happened. */
    record Since(String group, String name) implements FeatureWord {
        private static final double HOURS_PER_DAY = 24;

        @Override
        public String say(double value, Optional<UsualValue> usual) {
            boolean days = value >= 2 * HOURS_PER_DAY;
            return String.format(
                    Locale.ROOT,
                    "%.0f %s since %s",
                    days ? value / HOURS_PER_DAY : value,
                    days ? "days" : "hours",
                    name);
        }
    }

    /** Whether something never happened. */
    record Never(String group, String name) implements FeatureWord {
        @Override
        public String say(double value, Optional<UsualValue> usual) {
            return value > 0 ? "no " + name + " on record" : name + " on record";
        }
    }

    /** Whether an attribute has a value. */
    record Category(String group, String value) implements FeatureWord {
        @Override
        public String say(double number, Optional<UsualValue> usual) {
            return group + (number > 0 ? " is " : " is not ") + value;
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
