package io.github.pdmspark.split;

/** The parts of a split, in time order. */
public enum Slice {
    /** Rows that may train. */
    TRAIN("train"),
    /** Rows between training and calibration that belong to neither. */
    GAP_BEFORE_CALIBRATE("gap"),
    /** Rows for threshold and calibration. */
    CALIBRATE("calibrate"),
    /** Rows before the test that belong to no slice. */
    GAP_BEFORE_TEST("gap"),
    /** Rows that judge. */
    TEST("test"),
    /** Rows from {@code testUntil} on. */
    AFTER_TEST("after"),
    /** Rows in the time of training or calibration, of machines that are held out. */
    HELD_OUT("held out");

    private final String title;

    Slice(String title) {
        this.title = title;
    }

    /** The word for it in reports. */
    public String title() {
        return title;
    }
}
