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
            .add("highest", DataTypes.DoubleType);

    private final long firstRow;
    private long lastRow;
    private long rows;
    private long readings;
    private long lastReading;
    private long constantSince;
    private long longestGap;
    private long longestConstant;
    private long atLowest;
    private long atHighest;
    private long falls;
    private double last;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    SensorTrack(long firstRow) {
        this.firstRow = firstRow;
        lastReading = firstRow;
        lastRow = firstRow;
    }

    void missing(long micros) {
        rows++;
        lastRow = micros;
    }

    void reading(long micros, double value) {
        missing(micros);
        longestGap = Math.max(longestGap, micros - lastReading);
        if (readings == 0 || value != last) {
            constantSince = micros;
        }
        falls += readings > 0 && value < last ? 1 : 0;
        longestConstant = Math.max(longestConstant, micros - constantSince);
        countEdges(value);
        readings++;
        lastReading = micros;
        last = value;
    }

    private void countEdges(double value) {
        if (value < lowest) {
            lowest = value;
            atLowest = 0;
        }
        if (value > highest) {
            highest = value;
            atHighest = 0;
        }
        atLowest += value == lowest ? 1 : 0;
        atHighest += value == highest ? 1 : 0;
    }

    /** A constant sensor is stuck, not at an edge of its range. */
    Row row(String machine, int sensor) {
        return RowFactory.create(
                machine,
                sensor,
                rows,
                readings,
                lastRow - firstRow,
                Math.max(longestGap, lastRow - lastReading),
                longestConstant,
                lowest < highest ? Math.max(atLowest, atHighest) : 0L,
                falls,
                readings == 0 ? null : (Double) lowest,
                readings == 0 ? null : (Double) highest);
    }
}
