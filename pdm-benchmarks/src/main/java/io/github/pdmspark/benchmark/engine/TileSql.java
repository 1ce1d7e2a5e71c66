package io.github.pdmspark.benchmark.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of features in SQL: readings are grouped into tiles of 12 h, windows are merged from tiles. Reads the tables
 * {@code telemetry}, {@code errors}, {@code maint}, {@code failures} and {@code machines}.
 */
final class TileSql {

    private static final long STEP = Duration.ofHours(Work.STEP_HOURS).toNanos() / 1000;
    private static final long PERIOD = Duration.ofHours(1).toNanos() / 1000;
    private static final long HORIZON = Duration.ofDays(Work.HORIZON_DAYS).toNanos() / 1000;
    private static final List<String> SUMS = IntStream.range(0, Work.SENSORS.size())
            .boxed()
            .flatMap(sensor -> Stream.of("n" + sensor, "s" + sensor, "q" + sensor))
            .toList();

    private final Dialect dialect;
    private final WindowStyle style;

    TileSql(Dialect dialect, WindowStyle style) {
        this.dialect = dialect;
        this.style = style;
    }

    /** The query of a work. */
    String of(Work work) {
        String telemetry = "WITH " + tiles() + windows();
        return work == Work.TELEMETRY
                ? telemetry + " SELECT " + keys() + statistics() + " FROM win"
                : telemetry + errors() + maintenance() + failures() + " SELECT " + whole();
    }

    private String whole() {
        return keys() + statistics() + ", "
                + each(Work.CODES, "CAST(coalesce(err.e%1$d, 0) AS DOUBLE) AS error%1$d_count_24h") + ", "
                + each(Work.COMPONENTS, "(win.g * " + STEP + " - mi.c%1$d) / 3.6e9 AS hours_since_comp%1$d") + ", "
                + each(Work.MODELS, "CASE WHEN model = 'model%1$d' THEN 1e0 ELSE 0e0 END AS model_is_model%1$d")
                + ", CAST(age AS DOUBLE) AS age, CASE WHEN lab.c IS NOT NULL THEN 'POSITIVE' WHEN win.g * " + STEP
                + " + " + HORIZON + " <= win.e THEN 'NEGATIVE' ELSE 'CENSORED' END AS label_status, lab.c AS label"
                + " FROM win LEFT JOIN err ON err.m = win.m AND err.g = win.g"
                + " LEFT JOIN mi ON mi.m = win.m AND mi.g = win.g LEFT JOIN lab ON lab.m = win.m AND lab.g = win.g"
                + " LEFT JOIN machines ON machines.machineID = win.m";
    }

    private String tiles() {
        return "tiles AS (SELECT machineID AS m, " + step("datetime") + " AS t, "
                + "min(" + dialect.micros("datetime") + ") AS f, max(" + dialect.micros("datetime") + ") AS l, "
                + IntStream.range(0, Work.SENSORS.size())
                        .mapToObj(i -> "count(%1$s) AS n%2$d, sum(%1$s) AS s%2$d, sum(%1$s * %1$s) AS q%2$d"
                                .formatted(Work.SENSORS.get(i), i))
                        .collect(Collectors.joining(", "))
                + " FROM telemetry GROUP BY 1, 2), ";
    }

    /** {@code win}: one row per machine and time of the grid with the sums of every window, {@code n0_1} to {@code q3_3}. */
    private String windows() {
        return style == WindowStyle.JOINS ? joined() : framed();
    }

    private String joined() {
        return "spans AS (SELECT m, min(f) AS f, max(l) + " + PERIOD + " AS e FROM tiles GROUP BY 1), "
                + "grid AS (SELECT m, e, "
                + dialect.series(dialect.divided("f + " + (STEP - 1), STEP), dialect.divided("e", STEP))
                + " AS g FROM spans), win AS (SELECT grid.m, grid.g, grid.e, "
                + sums((sum, tilesBack) -> IntStream.rangeClosed(1, tilesBack)
                        .mapToObj(k -> "coalesce(t" + k + "." + sum + ", 0)")
                        .collect(Collectors.joining(" + ")))
                + " FROM grid "
                + IntStream.rangeClosed(1, Work.WINDOWS)
                        .mapToObj("LEFT JOIN tiles t%1$d ON t%1$d.m = grid.m AND t%1$d.t = grid.g - %1$d"::formatted)
                        .collect(Collectors.joining(" "))
                + ")";
    }

    /** Rows of the grid without a tile of their own hang on the tile before; a join would shuffle everything again. */
    private String framed() {
        String all = String.join(", ", SUMS);
        return "seq AS (SELECT m, t, f, l, " + all + ", lead(t) OVER w AS nt, lag(t) OVER w AS pt, max(l) OVER"
                + " (PARTITION BY m) + " + PERIOD + " AS e FROM tiles WINDOW w AS (PARTITION BY m ORDER BY t)), "
                + "ends AS (SELECT *, CASE WHEN pt IS NULL AND f = t * " + STEP + " THEN t - 1 ELSE t END AS a, "
                + "coalesce(nt, " + dialect.divided("e", STEP) + ") - 1 AS b FROM seq), "
                + "dense AS (SELECT m, t, e, " + all + ", "
                + dialect.series("a + 1", "b + 1") + " AS g FROM ends WHERE b >= a), "
                + "own AS (SELECT m, g, e, "
                + joined(SUMS, sum -> "CASE WHEN g = t + 1 THEN " + sum + " END AS " + sum)
                + " FROM dense), win AS (SELECT m, g, e, "
                + sums((sum, tilesBack) -> tilesBack == 1 ? sum : "sum(" + sum + ") OVER w" + tilesBack)
                + " FROM own WINDOW "
                + joined(
                        List.of(2, 3),
                        k -> "w" + k + " AS (PARTITION BY m ORDER BY g ROWS BETWEEN " + (k - 1)
                                + " PRECEDING AND CURRENT ROW)")
                + ")";
    }

    private String errors() {
        return ", codes AS (SELECT machineID AS m, " + step("datetime") + " AS t, "
                + each(Work.CODES, "count(*) FILTER (WHERE errorID = 'error%1$d') AS e%1$d")
                + " FROM errors GROUP BY 1, 2), later AS (SELECT m, "
                + dialect.series("t + 1", "t + " + Work.ERROR_STEPS) + " AS g, " + each(Work.CODES, "e%1$d")
                + " FROM codes), err AS (SELECT m, g, " + each(Work.CODES, "sum(e%1$d) AS e%1$d")
                + " FROM later GROUP BY 1, 2)";
    }

    /** {@code mi}: for every time of the grid the latest maintenance before it. */
    private String maintenance() {
        String first = dialect.divided("(SELECT " + earliest() + ")", STEP);
        String last = dialect.divided("(SELECT " + latest() + ")", STEP);
        return ", mt AS (SELECT machineID AS m, " + step("datetime") + " + 1 AS g, "
                + each(
                        Work.COMPONENTS,
                        "max(" + dialect.micros("datetime") + ") FILTER (WHERE comp = 'comp%1$d') AS c%1$d")
                + " FROM maint GROUP BY 1, 2), mc AS (SELECT m, greatest(g, " + first
                + ") AS a, coalesce(lead(g) OVER w, "
                + last + " + 2) - 1 AS b, " + each(Work.COMPONENTS, "max(c%1$d) OVER w AS c%1$d")
                + " FROM mt WINDOW w AS (PARTITION BY m ORDER BY g)), mi AS (SELECT m, " + dialect.series("a", "b")
                + " AS g, " + each(Work.COMPONENTS, "c%1$d") + " FROM mc WHERE b >= a)";
    }

    private String earliest() {
        return style == WindowStyle.JOINS
                ? "min(f) FROM spans"
                : "min(" + dialect.micros("datetime") + ") FROM telemetry";
    }

    private String latest() {
        return style == WindowStyle.JOINS
                ? "max(e) FROM spans"
                : "max(" + dialect.micros("datetime") + ") FROM telemetry";
    }

    /** {@code lab}: for every time of the grid with a failure in its horizon the component that fails first. */
    private String failures() {
        return ", fl AS (SELECT machineID AS m, " + dialect.micros("datetime") + " AS t, failure AS c FROM failures), "
                + "before AS (SELECT m, t, c, "
                + dialect.series(dialect.divided("t - " + HORIZON, STEP) + " + 1", dialect.divided("t", STEP))
                + " AS g FROM fl), lab AS (SELECT m, g, " + dialect.first("c", "t, c")
                + " AS c FROM before GROUP BY 1, 2)";
    }

    private String keys() {
        return "CAST(win.m AS STRING) AS machine_id, " + dialect.timestamp("win.g * " + STEP) + " AS as_of, ";
    }

    private static String statistics() {
        return IntStream.range(0, Work.SENSORS.size())
                .mapToObj(sensor -> IntStream.rangeClosed(1, Work.WINDOWS)
                        .mapToObj(window -> statistics(sensor, window))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(", "));
    }

    private static String statistics(int sensor, int window) {
        String name = Work.SENSORS.get(sensor);
        return ("CASE WHEN {n} > 0 THEN {s} / {n} END AS {name}_mean_{h}h, CASE WHEN {n} > 1 THEN"
                        + " sqrt(greatest(0, ({q} - {s} * {s} / {n}) / ({n} - 1))) END AS {name}_stddev_{h}h")
                .replace("{n}", "n" + sensor + "_" + window)
                .replace("{s}", "s" + sensor + "_" + window)
                .replace("{q}", "q" + sensor + "_" + window)
                .replace("{name}", name)
                .replace("{h}", String.valueOf(window * Work.STEP_HOURS));
    }

    private String step(String timestamp) {
        return dialect.divided(dialect.micros(timestamp), STEP);
    }

    private static String sums(WindowSum sum) {
        return joined(
                SUMS,
                name -> joined(
                        IntStream.rangeClosed(1, Work.WINDOWS).boxed().toList(),
                        window -> sum.of(name, window) + " AS " + name + "_" + window));
    }

    private static String each(int count, String format) {
        return joined(IntStream.rangeClosed(1, count).boxed().toList(), format::formatted);
    }

    private static <T> String joined(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }

    private interface WindowSum {
        String of(String sum, int tiles);
    }
}
