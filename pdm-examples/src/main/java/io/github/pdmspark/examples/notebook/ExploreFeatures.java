package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.result.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What does a model get to see? Features, labels, the rows that can be used, and the split. */
public final class ExploreFeatures {

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
        Results.in(notebook).rows(dataset.waterfall());
        labelTimeline();
        notebook.section("Split");
        Results.in(notebook).split(story.split(dataset).report());
        notebook.writeHtml(story.out().file("features.html"));
        return notebook;
    }

    private void features() {
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
                        5));
        Results.in(notebook).features(dataset);
        notebook.text("The same question to the notebooks' joins: 604,307 rows for 604,000 machines and times.");
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
                .select(
                        col("as_of").as("time (UTC)"),
                        Words.of(col("row_status"), RowStatus.values(), Words::of)
                                .as("row"),
                        Words.of(col("label_status"), LabelStatus.values(), Words::of)
                                .as("in the next hours"),
                        col("label").as("component"),
                        col("hours_to_failure").as("hours to it"));
        // endregion
        notebook.code(source.region("aligned"))
                .table(
                        "Where does the first failure of machine " + machineId + " fall on the grid?",
                        Tables.of(aligned, 40));
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
                .orderBy("label", "machine_id", "from")
                .select(col("machine_id"), col("label"), col("from"), timestamp_seconds(col("failed_at")));
        // endregion
        notebook.code(source.region("labels"))
                .chart(Charts.timeline("When do the labels of four machines say that a component fails?", before));
    }

    private static Column column(String name) {
        return col("`" + name + "`");
    }
}
