package io.github.pdmspark.portable;

/**
 * Multinomial logistic regression: softmax of one linear margin per class, with the order of operations of MLlib on its Java
 * BLAS; a native BLAS may differ from it in the last bit.
 */
public final class FlatLogistic implements FlatClassifier {

    private static final long serialVersionUID = 1L;

    private final double[] coefficients;
    private final double[] intercepts;

    /** One intercept per class, and the coefficients class by class. */
    public FlatLogistic(double[] coefficients, double[] intercepts) {
        if (intercepts.length < 2 || coefficients.length % intercepts.length != 0) {
            throw new IllegalArgumentException(
                    "A logistic model has two intercepts or more and as many coefficients for each" + " class, not "
                            + intercepts.length + " and " + coefficients.length + " in all.");
        }
        this.coefficients = coefficients;
        this.intercepts = intercepts;
    }

    @Override
    public int classes() {
        return intercepts.length;
    }

    @Override
    public int features() {
        return coefficients.length / intercepts.length;
    }

    /** The weight of a feature in the margin of a class. */
    public double coefficient(int classNumber, int feature) {
        return coefficients[classNumber * features() + feature];
    }

    @Override
    public void probabilities(double[] features, double[] out) {
        double largest = -Double.MAX_VALUE;
        for (int i = 0; i < intercepts.length; i++) {
            out[i] = margin(i, features);
            largest = Math.max(largest, out[i]);
        }
        double sum = 0;
        for (int i = 0; i < intercepts.length; i++) {
            out[i] = Math.exp(out[i] - largest);
            sum += out[i];
        }
        double scale = 1 / sum;
        for (int i = 0; i < intercepts.length; i++) {
            out[i] *= scale;
        }
    }

    /** The linear margin of a class. */
    public double margin(int classNumber, double[] features) {
        int length = features();
        int from = classNumber * length;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum = Math.fma(features[i], coefficients[from + i], sum);
        }
        return sum + intercepts[classNumber];
    }

    void write(ArrayOutput out) {
        out.numbers(coefficients).numbers(intercepts);
    }

    static FlatLogistic read(ArrayInput in) {
        double[] coefficients = in.numbers();
        return new FlatLogistic(coefficients, in.numbers());
    }
}
