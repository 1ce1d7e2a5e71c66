package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.TimeRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the operating regimes of a fleet and what is usual in each. Settings are rounded to a fiftieth of their range;
 * regimes are groups of rounded settings by k-means with fixed seeds, so the same history gives the same regimes, however
 * it is partitioned.
 */
public final class RegimeFit {

    private static final int STEPS = 50;
    private static final int MOST_CELLS = 20_000;

    /** Sums of doubles depend on their order in the last digits; these do not. */
    private static final MathContext DIGITS = new MathContext(9);

    private final Dataset<Row> readings;
    private final List<String> settings;
    private final List<String> sensors;

    private RegimeFit(Dataset<Row> readings, List<String> settings, List<String> sensors) {
        this.readings = readings;
        this.settings = settings;
        this.sensors = sensors;
    }

    /**
     * Fits on the readings that were known by the end of the training range. Runs three Spark jobs.
     *
     * @param training begin included, end excluded
     * @param settings sensors that tell the regime
     * @param sensors sensors to normalise
     * @param regimes number of regimes, at least 1
     * @throws IllegalArgumentException if there are fewer different settings than regimes, or too many to group
     */
    public static RegimeNormalisation on(
            FleetHistory history, TimeRange training, List<String> settings, List<String> sensors, int regimes) {
        if (regimes < 1) {
            throw new IllegalArgumentException("There is at least one regime, but " + regimes + " were asked for.");
        }
        Column time = functions.col(Columns.EVENT_TIME);
        Dataset<Row> readings = history.telemetry().where(time.geq(functions.lit(training.start())));
        if (!training.isUnbounded()) {
            readings = readings.where(time.lt(functions.lit(training.end()))
                    .and(functions.col(Columns.KNOWN_AT).leq(functions.lit(training.end()))));
        }
        for (String setting : settings) {
            readings = readings.where(Identifiers.column(setting).isNotNull());
        }
        return new RegimeFit(readings, List.copyOf(settings), List.copyOf(sensors)).regimes(regimes);
    }

    private RegimeNormalisation regimes(int count) {
        List<SettingScale> scales = scales();
        List<double[]> centres = new RegimeCentres(cells(scales))
                .of(count).stream().map(centre -> raw(centre, scales)).toList();
        return new RegimeNormalisation(
                settings, scales.stream().map(SettingScale::width).toList(), sensors, usual(centres, scales));
    }

    /** Smallest value and width of the range of a setting; a constant one has the width 1. */
    private record SettingScale(double least, double width) {}

    private List<SettingScale> scales() {
        List<Column> ends = new ArrayList<>();
        for (String setting : settings) {
            ends.add(functions.min(Identifiers.column(setting)));
            ends.add(functions.max(Identifiers.column(setting)));
        }
        Row row = readings.select(ends.toArray(Column[]::new)).head();
        List<SettingScale> scales = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            if (row.isNullAt(2 * i)) {
                throw new IllegalArgumentException("The training range holds no reading with the settings " + settings
                        + ". Choose another range, or settings that are measured.");
            }
            double width = row.getDouble(2 * i + 1) - row.getDouble(2 * i);
            scales.add(new SettingScale(row.getDouble(2 * i), width > 0 ? width : 1));
        }
        return scales;
    }

    private List<RegimeCentres.Cell> cells(List<SettingScale> scales) {
        List<Column> steps = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            Column share = Identifiers.column(settings.get(i))
                    .minus(scales.get(i).least())
                    .divide(scales.get(i).width());
            steps.add(functions.round(share.multiply(STEPS)).as("step" + i));
        }
        List<Row> rows = readings.groupBy(steps.toArray(Column[]::new))
                .count()
                .limit(MOST_CELLS + 1)
                .collectAsList();
        if (rows.size() > MOST_CELLS) {
            throw new IllegalArgumentException("The settings " + settings + " take more than " + MOST_CELLS
                    + " different values, so they do not form regimes. Use fewer settings.");
        }
        return rows.stream().map(this::cell).toList();
    }

    private RegimeCentres.Cell cell(Row row) {
        List<Double> place = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            place.add(row.getDouble(i) / STEPS);
        }
        return new RegimeCentres.Cell(place, row.getLong(settings.size()));
    }

    private static double[] raw(double[] centre, List<SettingScale> scales) {
        double[] raw = new double[centre.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = rounded(scales.get(i).least() + centre[i] * scales.get(i).width());
        }
        return raw;
    }

    private List<Regime> usual(List<double[]> centres, List<SettingScale> scales) {
        List<Column> values = new ArrayList<>();
        for (String sensor : sensors) {
            values.add(functions.avg(Identifiers.column(sensor)));
            values.add(functions.stddev_samp(Identifiers.column(sensor)));
        }
        Map<Integer, Row> rows = new HashMap<>();
        Column regime = nearest(centres, scales).as("regime");
        Column[] others = values.subList(1, values.size()).toArray(Column[]::new);
        for (Row row : readings.groupBy(regime).agg(values.get(0), others).collectAsList()) {
            rows.put(row.getInt(0), row);
        }
        return IntStream.range(0, centres.size())
                .mapToObj(i -> regime(centres.get(i), Optional.ofNullable(rows.get(i))))
                .toList();
    }

    /** The same distance as the kernel measures it. */
    private Column nearest(List<double[]> centres, List<SettingScale> scales) {
        List<Column> distances = new ArrayList<>();
        for (double[] centre : centres) {
            Column distance = functions.lit(0.0);
            for (int i = 0; i < centre.length; i++) {
                Column away = Identifiers.column(settings.get(i))
                        .minus(centre[i])
                        .divide(scales.get(i).width());
                distance = distance.plus(away.multiply(away));
            }
            distances.add(distance);
        }
        Column all = functions.array(distances.toArray(Column[]::new));
        return functions.array_position(all, functions.array_min(all)).minus(1).cast("int");
    }

    private Regime regime(double[] centre, Optional<Row> values) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            int mean = 1 + 2 * i;
            means.add(values.map(row -> number(row, mean)).orElse(0.0));
            deviations.add(values.map(row -> number(row, mean + 1)).orElse(0.0));
        }
        return new Regime(Arrays.stream(centre).boxed().toList(), means, deviations);
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? 0 : rounded(row.getDouble(column));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
