package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.examples.program.Words;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Interval;
import io.github.pdmspark.report.chart.Lane;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.split.SliceRows;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What does a model get to see? Features, labels, the rows that can be used, and the split. */
public final class ExploreFeatures {

    private static final int MOST_FEATURES = 1_000;

    private final Story story;
    private final LabelledDataset dataset;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(ExploreFeatures.class);

    ExploreFeatures(Story story, LabelledDataset dataset, PrintStream out) {
        this.story = story;
        this.dataset = dataset;
        this.notebook = Notebook.titled("What does a model get to see?", out);
    }

    /** Runs on this machine; writes {@code features.html}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("explore features", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new ExploreFeatures(story, story.dataset(), System.out).run();
        });
    }

    /** All cells, in order. */
    Notebook run() {
        notebook.section("Features")
                .text(story.origin() + " A row is one machine at one prediction time, every three hours."
                        + " Its features read only what was known before that time.");
        SourceCode definition = SourceCode.of(Story.class);
        notebook.code(definition.region("features")).code(definition.region("dataset"));
        features();
        sinceReplacement();
        machines();
        notebook.section("Labels");
        String machineId = firstFailure();
        alignment(machineId);
        labelled();
        labelTimeline();
        notebook.section("Split");
        split();
        notebook.writeHtml(story.out().file("features.html"));
        return notebook;
    }

    private void features() {
        // region profile
        Column[] names =
                dataset.features().stream().map(ExploreFeatures::column).toArray(Column[]::new);
        Dataset<Row> profile = dataset.usable()
                .rows()
                .unpivot(new Column[] {col("label")}, names, "feature", "value")
                .groupBy("feature")
                .agg(
                        count(lit(1)).minus(count("value")).as("missing"),
                        avg("value").as("mean"),
                        stddev_samp("value").as("deviation"),
                        min("value").as("lowest"),
                        max("value").as("highest"))
                .orderBy("feature");
        // endregion
        List<String> some = new ArrayList<>(List.of("machine_id", "as_of", "feature_status"));
        some.addAll(dataset.features().subList(0, Math.min(6, dataset.features().size())));
        notebook.table(
                        "What does the feature table look like?",
                        Tables.of(
                                dataset.usable()
                                        .rows()
                                        .orderBy("machine_id", "as_of")
                                        .select(some.stream()
                                                .map(ExploreFeatures::column)
                                                .toArray(Column[]::new)),
                                5))
                .code(source.region("profile"))
                .table("Which values do the features have?", Tables.of(profile, MOST_FEATURES));
        long rows = dataset.rows().count();
        long keys = dataset.rows().select("machine_id", "as_of").distinct().count();
        notebook.table(
                "Is there one row per machine and time?",
                TableView.of("rows", "machines and times")
                        .withRow(rows, keys)
                        .withNote("The same question to the notebooks' joins: 604,307 rows for 604,000 machines and"
                                + " times."));
    }

    private void sinceReplacement() {
        // region days
        Column[] hours = dataset.components().stream()
                .map(name -> column("hours_since_" + name).as(name))
                .toArray(Column[]::new);
        Column[] components =
                dataset.components().stream().map(ExploreFeatures::column).toArray(Column[]::new);
        Dataset<Row> days = dataset.usable()
                .rows()
                .select(hours)
                .unpivot(new Column[0], components, "component", "hours")
                .where("hours is not null")
                .groupBy(floor(col("hours").divide(240)).multiply(10).as("days"), col("component"))
                .agg(count(lit(1)).as("rows"))
                .orderBy("component", "days");
        // endregion
        notebook.code(source.region("days"))
                .chart(Charts.histogram(
                        "How long ago was each component replaced?",
                        "days since the latest replacement",
                        "rows",
                        10,
                        days));
    }

    private void machines() {
        Column[] attributes = dataset.features().stream()
                .filter(name -> name.contains("_is_")
                        || story.history().numericAttributes().contains(name))
                .map(ExploreFeatures::column)
                .toArray(Column[]::new);
        Column[] columns = new Column[attributes.length + 1];
        columns[0] = col("machine_id");
        System.arraycopy(attributes, 0, columns, 1, attributes.length);
        notebook.table(
                "How does the model see a machine's attributes?",
                Tables.of(dataset.rows().select(columns).distinct().orderBy("machine_id"), 10));
    }

    private String firstFailure() {
        List<Row> first = dataset.rows()
                .where("label is not null and row_status = 'USABLE'")
                .orderBy("as_of", "machine_id")
                .select("machine_id")
                .takeAsList(1);
        return first.isEmpty() ? "" : first.get(0).getString(0);
    }

    private void alignment(String machineId) {
        // region aligned
        Dataset<Row> own = dataset.rows().where(col("machine_id").equalTo(machineId));
        Dataset<Row> failure = own.where("label is not null")
                .agg(min(unix_seconds(col("as_of")).plus(col("hours_to_failure").multiply(3600)))
                        .as("failed_at"));
        Column hours = unix_seconds(col("as_of")).minus(col("failed_at")).divide(3600);
        Dataset<Row> aligned = own.crossJoin(failure)
                .where(hours.between(-dataset.horizon().toHours() - 6, 12))
                .orderBy("as_of")
                .select("as_of", "row_status", "label_status", "label", "hours_to_failure");
        // endregion
        notebook.code(source.region("aligned"))
                .table(
                        "Where does the first failure of machine " + machineId + " fall on the grid?",
                        Tables.of(aligned, 40));
    }

    private void labelled() {
        Waterfall waterfall = dataset.waterfall();
        Map<String, Long> statuses = new LinkedHashMap<>();
        waterfall.steps().forEach(step -> statuses.put(Words.of(step.status()), step.rows()));
        Map<String, Long> classes = new LinkedHashMap<>();
        waterfall.classes().stream()
                .filter(each -> !each.label().equals("NEGATIVE"))
                .forEach(each -> classes.put(each.label(), each.rows()));
        notebook.chart(BarChart.of("Which rows can be used, and why not the others?", "rows", statuses)
                        .horizontal())
                .chart(BarChart.of("How many usable rows precede a failure of each component?", "rows", classes))
                .text(waterfall.severalComponents()
                        + " usable rows precede failures of several components; each keeps all of their names."
                        + " Rows whose horizon nobody observed are not called healthy: they are left out.");
    }

    private void labelTimeline() {
        // region labels
        Column failedAt =
                round(unix_seconds(col("as_of")).plus(col("hours_to_failure").multiply(3600)));
        Dataset<Row> machines = dataset.rows()
                .where("label is not null")
                .groupBy("machine_id")
                .agg(count(lit(1)).as("positive"))
                .orderBy(col("positive").desc(), col("machine_id"))
                .limit(4);
        Dataset<Row> before = dataset.rows()
                .where("label is not null")
                .join(machines, "machine_id")
                .groupBy(col("machine_id"), col("label"), failedAt.as("failed_at"))
                .agg(min("as_of").as("from"))
                .orderBy("machine_id", "from")
                .select(col("machine_id"), col("label"), col("from"), timestamp_seconds(col("failed_at")));
        // endregion
        notebook.code(source.region("labels"))
                .chart(Charts.timeline("When do the labels of four machines say that a component fails?", before));
    }

    private void split() {
        List<Interval> strip = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        TableView table = TableView.of("slice", "from", "to", "rows", "usable", "before a failure");
        for (SliceRows slice : story.split(dataset).report().slices()) {
            if (slice.rows() > 1) {
                String name = slice.slice().title();
                strip.add(new Interval(slice.first().orElseThrow(), slice.last().orElseThrow(), name));
                table = table.withRow(
                        name,
                        slice.first().orElseThrow(),
                        slice.last().orElseThrow(),
                        slice.rows(),
                        slice.usable(),
                        slice.positives());
                if (slice.usable() > 0) {
                    names.add(name);
                    shares.add(100.0 * slice.positives() / slice.usable());
                }
            }
        }
        notebook.chart(new Timeline(
                        "What does the model learn from, and what is it tested on?",
                        List.of(new Lane("rows", strip, List.of()))))
                .table("How many rows does each slice hold?", table)
                .chart(BarChart.grouped(
                        "Is every slice as unbalanced as the others?",
                        "% of usable rows before a failure",
                        names,
                        List.of(new Series("before a failure", shares))));
    }

    private static Column column(String name) {
        return col("`" + name + "`");
    }
}
