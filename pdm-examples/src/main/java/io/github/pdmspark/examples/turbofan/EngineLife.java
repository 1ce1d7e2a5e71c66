package io.github.pdmspark.examples.turbofan;

/**
 * What is predicted of one engine at one cycle, and what came.
 *
 * @param unit the engine
 * @param cycle cycles run so far
 * @param forest cycles left by the forest
 * @param boosting cycles left by boosting
 * @param low lower end of the 80 % interval of the hazards
 * @param median median of the hazards
 * @param high upper end
 * @param truth cycles left as it came
 */
record EngineLife(
        String unit, int cycle, double forest, double boosting, double low, double median, double high, double truth) {

    /** The mean of forest and boosting, which err in different places. */
    double mean() {
        return (forest + boosting) / 2;
    }
}
