package io.github.pdmspark.hazard;

import com.google.common.collect.Iterators;
import io.github.pdmspark.survival.SurvivalCurve;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Folds the hazards of the periods of a row, which follow each other, into its calibrated curve and quantiles. */
record CurveFold(List<Double> ends, CurveCalibration calibration) implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = new StructType()
            .add("machine_id", DataTypes.StringType)
            .add("micros", DataTypes.LongType)
            .add("survival", DataTypes.createArrayType(DataTypes.DoubleType, false))
            .add("life_p10", DataTypes.DoubleType)
            .add("life_p50", DataTypes.DoubleType)
            .add("life_p90", DataTypes.DoubleType);

    private static final double[] SHARES = {0.1, 0.5, 0.9};

    CurveFold {
        ends = List.copyOf(ends);
    }

    /** Columns of the input: machine, time in microseconds, number of the period, hazard. */
    @Override
    public Iterator<Row> call(Iterator<Row> periods) {
        return Iterators.transform(Iterators.partition(periods, ends.size()), this::fold);
    }

    private Row fold(List<Row> periods) {
        Row first = periods.get(0);
        List<Double> hazards = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            requireNext(periods, i);
            if (!periods.get(i).isNullAt(3)) {
                hazards.add(Math.min(1, Math.max(0, periods.get(i).getDouble(3))));
            }
        }
        if (hazards.size() < ends.size()) {
            return RowFactory.create(first.get(0), first.getLong(1), null, null, null, null);
        }
        SurvivalCurve curve = calibrated(SurvivalCurve.ofHazards(ends, hazards));
        Double[] survival = curve.survival().toArray(Double[]::new);
        return RowFactory.create(
                first.get(0),
                first.getLong(1),
                survival,
                quantile(curve, SHARES[0]),
                quantile(curve, SHARES[1]),
                quantile(curve, SHARES[2]));
    }

    private SurvivalCurve calibrated(SurvivalCurve curve) {
        return calibration.equals(CurveCalibration.NONE)
                ? curve
                : new SurvivalCurve(
                        ends,
                        curve.survival().stream()
                                .map(share -> 1 - calibration.of(1 - share))
                                .toList());
    }

    private void requireNext(List<Row> periods, int i) {
        boolean follows = i < periods.size()
                && periods.get(i).getInt(2) == i
                && periods.get(i).getLong(1) == periods.get(0).getLong(1);
        if (!follows) {
            throw new IllegalStateException("The model of the hazards did not keep the order of its rows: period " + i
                    + " is missing. Its score(...) must not sort or move rows.");
        }
    }

    private static @Nullable Double quantile(SurvivalCurve curve, double share) {
        OptionalDouble time = curve.quantile(share);
        return time.isPresent() ? time.getAsDouble() : null;
    }
}
