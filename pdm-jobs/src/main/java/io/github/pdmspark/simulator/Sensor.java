package io.github.pdmspark.simulator;

import java.util.Locale;

/** The four sensors and how they read on a healthy machine; mean and spread of Microsoft's sample. */
enum Sensor {
    VOLT(170, 15),
    ROTATE(450, 50),
    PRESSURE(100, 10),
    VIBRATION(40, 5);

    private final double mean;
    private final double deviation;

    Sensor(double mean, double deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
