package io.github.pdmspark.life;

/** In what lives are measured. */
public sealed interface LifeClock {

    /** Name of the unit, for columns and reports. */
    String unit();

    /** Hours on the calendar. */
    static LifeClock hours() {
        return new Calendar();
    }

    /** Units of a counter among the sensors that never falls, such as running hours, strokes or kilometres. */
    static LifeClock usage(String counter) {
        return new Usage(counter);
    }

    /** Hours. */
    record Calendar() implements LifeClock {

        @Override
        public String unit() {
            return "hours";
        }
    }

    /**
     * A counter.
     *
     * @param counter name of the sensor
     */
    record Usage(String counter) implements LifeClock {

        @Override
        public String unit() {
            return counter;
        }
    }
}
