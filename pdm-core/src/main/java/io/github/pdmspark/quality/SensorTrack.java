package io.github.pdmspark.quality;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is counted of one sensor of one machine while its readings pass in the order of time. */
final class SensorTrack {

    static final StructType SCHEMA = new StructType()
            .add("machine", DataTypes.StringType)
            .add("sensor", DataTypes.IntegerType)
            .add("rows", DataTypes.LongType)
            .add("readings", DataTypes.LongType)
            .add("span", DataTypes.LongType)
            .add("gap", DataTypes.LongType)
            .add("constant", DataTypes.LongType)
            .add("edge", DataTypes.LongType)
            .add("falls", DataTypes.LongType)
            .add("lowest", DataTypes.DoubleType)
            .add("highest", DataTypes.DoubleType)
            .add("unordered", DataTypes.LongType)
            .add("delay", DataTypes.LongType)
            .add("jump", DataTypes.DoubleType)
            .add("stand_in", DataTypes.DoubleType)
            .add("stand_ins", DataTypes.LongType);

    private final long firstRow;
    private long lastRow;
    private long rows;
    private long readings;
    private long lastReading;
    private long constantSince;
    private long longestGap;
    private long longestConstant;
    private long falls;
    private long unordered;
    private long knownUntil = Long.MIN_VALUE;
    private long shortestDelay = Long.MAX_VALUE;
    private double last;
    private final Extremes extremes = new Extremes();
    private final LevelJump jump = new LevelJump();

    SensorTrack(long firstRow) {
        this.firstRow = firstRow;
        lastReading = firstRow;
        lastRow = firstRow;
    }

    void missing(long micros) {
        rows++;
        lastRow = micros;
    }

    void reading(long micros, long knownMicros, double value) {
        missing(micros);
        longestGap = Math.max(longestGap, micros - lastReading);
        if (readings == 0 || value != last) {
            constantSince = micros;
        }
        falls += readings > 0 && value < last ? 1 : 0;
        longestConstant = Math.max(longestConstant, micros - constantSince);
        extremes.add(value);
        jump.add(value);
        arrived(micros, knownMicros);
        readings++;
        lastReading = micros;
        last = value;
    }

    private void arrived(long micros, long knownMicros) {
        unordered += knownMicros < knownUntil ? 1 : 0;
        knownUntil = Math.max(knownUntil, knownMicros);
        shortestDelay = Math.min(shortestDelay, knownMicros - micros);
    }

    Row row(String machine, int sensor) {
        return RowFactory.create(
                machine,
                sensor,
                rows,
                readings,
                lastRow - firstRow,
                Math.max(longestGap, lastRow - lastReading),
                longestConstant,
                extremes.atEdge(),
                falls,
                readings == 0 ? null : (Double) extremes.lowest(),
                readings == 0 ? null : (Double) extremes.highest(),
                unordered,
                readings == 0 ? null : (Long) shortestDelay,
                jump.largest(),
                extremes.standIn(),
                extremes.standIns());
    }
}
