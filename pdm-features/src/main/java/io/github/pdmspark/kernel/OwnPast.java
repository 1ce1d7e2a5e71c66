package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;

/** Mean and standard deviation of a sensor of the machine itself over a window of its past. */
record OwnPast(Cell meanCell, Cell deviationCell) {

    static OwnPast of(MachineView machine, String sensor, Window window) {
        return new OwnPast(
                machine.cell(Statistic.MEAN, sensor, window), machine.cell(Statistic.STDDEV, sensor, window));
    }

    double mean() {
        return meanCell.value();
    }

    /** NaN below two values. */
    double standardDeviation() {
        return deviationCell.value();
    }
}
