package io.github.pdmspark.calibration;

/** How scores are calibrated. */
public enum CalibrationMethod {
    /** A sigmoid with two parameters: for few failures. */
    PLATT(2, 1) {
        @Override
        public CalibrationCurve fit(CalibrationSample sample) {
            return new PlattFit(sample).curve();
        }
    },
    /** A rising curve of any shape: needs 1000 rows and 50 positives. */
    ISOTONIC(1_000, 50) {
        @Override
        public CalibrationCurve fit(CalibrationSample sample) {
            return new IsotonicFit(sample).curve();
        }
    };

    private final long fewestRows;
    private final long fewestPositives;

    CalibrationMethod(long fewestRows, long fewestPositives) {
        this.fewestRows = fewestRows;
        this.fewestPositives = fewestPositives;
    }

    /** The curve of a sample, whatever its size; ask {@link #isEnough} before. Deterministic. */
    public abstract CalibrationCurve fit(CalibrationSample sample);

    /** Whether the sample has enough rows and positives, and a row of each kind. */
    public boolean isEnough(CalibrationSample sample) {
        return sample.rows() >= fewestRows
                && sample.positives() >= fewestPositives
                && sample.positives() < sample.rows();
    }

    /** Fewest rows that the curve of a component needs. */
    public long fewestRows() {
        return fewestRows;
    }

    /** Fewest rows with a failure of the component. */
    public long fewestPositives() {
        return fewestPositives;
    }
}
