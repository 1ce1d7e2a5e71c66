package io.github.pdmspark.calibration;

/**
 * Maximum likelihood of a {@link PlattCurve} with Platt's targets, {@code (N+ + 1) / (N+ + 2)} for positives and {@code 1 /
 * (N- + 2)} for negatives: Newton's method with step halving, as in Lin, Lin and Weng (2007).
 */
final class PlattFit {

    private static final int ITERATIONS = 200;
    private static final double RIDGE = 1e-12;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double SMALL_GRADIENT = 1e-12;
    private static final double SUFFICIENT = 1e-4;
    /** Near the optimum the loss falls by less than it can show, while Newton still comes closer. */
    private static final double ROUNDING = 1e-15;

    private final double[] x;
    private final double[] weights;
    private final double[] targets;
    private final double total;
    private final PlattCurve start;

    PlattFit(CalibrationSample sample) {
        int size = sample.size();
        double positives = sample.positives();
        total = sample.rows();
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (total - positives + 2);
        x = new double[size];
        weights = new double[size];
        targets = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = PlattCurve.logOdds(sample.score(i));
            weights[i] = sample.rows(i);
            double hits = sample.positives(i);
            targets[i] = (hits * high + (weights[i] - hits) * low) / weights[i];
        }
        start = new PlattCurve(0, Math.log((positives + 1) / (total - positives + 1)));
    }

    PlattCurve curve() {
        PlattCurve curve = start;
        double loss = loss(curve);
        for (int i = 0; i < ITERATIONS; i++) {
            Newton newton = newton(curve);
            if (newton.gradientSize() < SMALL_GRADIENT) {
                return curve;
            }
            PlattCurve next = search(curve, newton, loss);
            if (next.equals(curve)) {
                return curve;
            }
            curve = next;
            loss = loss(curve);
        }
        return curve;
    }

    /** Halves the Newton step until the loss falls enough; the same curve when rounding leaves nothing to gain. */
    private PlattCurve search(PlattCurve from, Newton newton, double loss) {
        for (double step = 1; step >= SMALLEST_STEP; step /= 2) {
            PlattCurve next = new PlattCurve(
                    from.slope() + step * newton.slopeStep(), from.intercept() + step * newton.interceptStep());
            if (loss(next) <= loss + SUFFICIENT * step * newton.descent() + ROUNDING * Math.abs(loss)) {
                return next;
            }
        }
        return from;
    }

    private Newton newton(PlattCurve curve) {
        double h11 = RIDGE;
        double h12 = 0;
        double h22 = RIDGE;
        double g1 = 0;
        double g2 = 0;
        for (int i = 0; i < x.length; i++) {
            double p = PlattCurve.sigmoid(value(curve, i));
            double share = weights[i] / total;
            double curvature = share * p * (1 - p);
            h11 += curvature * x[i] * x[i];
            h12 += curvature * x[i];
            h22 += curvature;
            g1 += share * (p - targets[i]) * x[i];
            g2 += share * (p - targets[i]);
        }
        double determinant = h11 * h22 - h12 * h12;
        double slopeStep = -(h22 * g1 - h12 * g2) / determinant;
        double interceptStep = -(h11 * g2 - h12 * g1) / determinant;
        return new Newton(slopeStep, interceptStep, g1 * slopeStep + g2 * interceptStep, Math.hypot(g1, g2));
    }

    /** Mean log loss against the targets, in a form that does not overflow. */
    private double loss(PlattCurve curve) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double v = value(curve, i);
            double softPlus = Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
            sum += weights[i] / total * (softPlus - targets[i] * v);
        }
        return sum;
    }

    private double value(PlattCurve curve, int entry) {
        return curve.slope() * x[entry] + curve.intercept();
    }

    /** One Newton step, how fast the loss falls along it, and the length of the gradient. */
    private record Newton(double slopeStep, double interceptStep, double descent, double gradientSize) {}
}
