package io.github.pdmspark.simulator;

/**
 * One machine of the fleet.
 *
 * @param id from 1 on
 * @param model one of four types
 * @param ageYears 0 to 20
 * @param hazard how much faster than standard its components fail: model, age and a factor that no table shows
 */
record Machine(int id, String model, int ageYears, double hazard) {

    private static final double[] MODEL_SHARE = {0.16, 0.17, 0.35, 0.32};
    private static final double[] MODEL_HAZARD = {1.8, 1.4, 0.9, 0.8};
    private static final int OLDEST_YEARS = 20;
    private static final double HIDDEN_SPREAD = 0.25;

    static Machine of(long seed, int id) {
        Dice dice = Dice.of(seed, id, Dice.Purpose.MACHINE);
        int model = model(dice.uniform());
        int ageYears = dice.between(0, OLDEST_YEARS);
        double hidden = StrictMath.exp(HIDDEN_SPREAD * dice.gaussian());
        double age = 0.75 + 0.025 * ageYears;
        return new Machine(id, "model" + (model + 1), ageYears, MODEL_HAZARD[model] * age * hidden);
    }

    private static int model(double share) {
        double rest = share;
        int model = 0;
        while (model < MODEL_SHARE.length - 1 && rest >= MODEL_SHARE[model]) {
            rest -= MODEL_SHARE[model];
            model++;
        }
        return model;
    }
}
