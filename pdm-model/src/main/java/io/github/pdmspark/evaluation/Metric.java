package io.github.pdmspark.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A measured number, or the reason why there is none; never a stand-in such as 0 or 0.5. */
public sealed interface Metric {

    /** A number that could be measured. */
    record Measured(double number) implements Metric {
        public Measured {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("A measured number is finite, but it is " + number + ".");
            }
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f", number);
        }
    }

    /** A number that is not defined on these data. */
    record Undefined(String why) implements Metric {
        @Override
        public String toString() {
            return "undefined (" + why + ")";
        }
    }

    /** A number. */
    static Metric of(double number) {
        return new Measured(number);
    }

    /** No number, and why. */
    static Metric undefined(String why) {
        return new Undefined(why);
    }

    /** {@code part / whole}, or undefined with the reason when the whole is zero. */
    static Metric ratio(double part, double whole, String whyNot) {
        return whole == 0 ? new Undefined(whyNot) : new Measured(part / whole);
    }

    /** The number, if there is one. */
    default OptionalDouble value() {
        return this instanceof Measured measured ? OptionalDouble.of(measured.number()) : OptionalDouble.empty();
    }

    /** Why there is no number, if there is none. */
    default Optional<String> reason() {
        return this instanceof Undefined undefined ? Optional.of(undefined.why()) : Optional.empty();
    }
}
