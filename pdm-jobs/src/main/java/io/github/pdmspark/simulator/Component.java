package io.github.pdmspark.simulator;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/** The four components: which sensor drifts before they fail, how far, which errors come a day before, how long they live. */
enum Component {
    COMP1(Sensor.VOLT, +1.3, 110, "error1"),
    COMP2(Sensor.ROTATE, -1.4, 97, "error2", "error3"),
    COMP3(Sensor.PRESSURE, +2.2, 127, "error4"),
    COMP4(Sensor.VIBRATION, +2.0, 112, "error5");

    private final Sensor sensor;
    private final double driftDeviations;
    private final double lifeDays;
    private final ImmutableList<String> errors;

    Component(Sensor sensor, double driftDeviations, double lifeDays, String... errors) {
        this.sensor = sensor;
        this.driftDeviations = driftDeviations;
        this.lifeDays = lifeDays;
        this.errors = ImmutableList.copyOf(errors);
    }

    Sensor sensor() {
        return sensor;
    }

    /** The shift of the sensor's mean before a failure, in standard deviations of the sensor. */
    double driftDeviations() {
        return driftDeviations;
    }

    /** The Weibull scale of the life of a component in a machine of hazard 1. */
    double lifeDays() {
        return lifeDays;
    }

    ImmutableList<String> errors() {
        return errors;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
