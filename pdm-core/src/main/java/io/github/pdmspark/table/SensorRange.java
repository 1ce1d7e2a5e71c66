package io.github.pdmspark.table;

/**
 * The physical range of a sensor, both ends allowed.
 *
 * @param sensor name of the sensor
 * @param lowest lowest possible value
 * @param highest highest possible value
 * @param otherwise {@link QualityRule#OUT_OF_RANGE} or {@link QualityRule#OUT_OF_RANGE_MISSING}
 */
record SensorRange(String sensor, double lowest, double highest, QualityRule otherwise) {

    SensorRange {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("The range of sensor '" + sensor
                    + "' needs lowest <= highest, but it is " + lowest + " to " + highest + ".");
        }
    }
}
