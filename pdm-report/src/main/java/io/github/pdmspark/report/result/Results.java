package io.github.pdmspark.report.result;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.split.SplitReport;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds what the library found to a notebook, in cells that each answer a question. */
public final class Results {

    private static final int MOST_FEATURES = 15;

    private final Notebook notebook;

    private Results(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Results of which the cells go to this notebook. */
    public static Results in(Notebook notebook) {
        return new Results(notebook);
    }

    /** What became of the rows of each table, and what was noticed. */
    @CanIgnoreReturnValue
    public Results quality(QualityReport report) {
        notebook.table("How many rows does each table have, and what became of them?", QualityCells.tables(report))
                .table("What was noticed in the data?", QualityCells.findings(report));
        return this;
    }

    /** The values of every feature. Runs one Spark job. */
    @CanIgnoreReturnValue
    public Results features(FeatureTable features) {
        notebook.table(
                "Which values do the features have?", DatasetCells.profile(features.rows(), features.featureNames()));
        return this;
    }

    /** The values of every feature in the usable rows, and whether a machine has one row per time. Runs three Spark jobs. */
    @CanIgnoreReturnValue
    public Results features(LabelledDataset dataset) {
        notebook.table(
                        "Which values do the features have?",
                        DatasetCells.profile(dataset.usable().rows(), dataset.features()))
                .table("Is there one row per machine and time?", DatasetCells.keys(dataset));
        return this;
    }

    /** Which rows can be used, and what they say. */
    @CanIgnoreReturnValue
    public Results rows(Waterfall waterfall) {
        notebook.chart(DatasetCells.statuses(waterfall))
                .chart(DatasetCells.classes(waterfall))
                .text(waterfall.severalComponents()
                        + " usable rows precede failures of several components; each keeps all of their names."
                        + " Rows whose horizon nobody observed are not called healthy: they are left out.");
        return this;
    }

    /** The strip of the slices, their rows, and how many of them precede a failure. */
    @CanIgnoreReturnValue
    public Results split(SplitReport split) {
        notebook.chart(SplitCells.strip(split))
                .table("How many rows does each slice hold?", SplitCells.rows(split))
                .chart(SplitCells.balance(split));
        return this;
    }

    /** What a model looks at, from {@code bundle.model().importances()}. */
    @CanIgnoreReturnValue
    public Results importances(Map<String, Double> importances) {
        Map<String, Double> best = new LinkedHashMap<>();
        importances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FEATURES)
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        notebook.chart(BarChart.of("Which features does the model use most?", "share of importance", best)
                .horizontal());
        return this;
    }

    /** The verdict by failures and alarms, beside that of simple rules. */
    @CanIgnoreReturnValue
    public Results events(EvaluationReport report) {
        notebook.table(
                        "How many failures did alarms announce, and how many alarms were false?",
                        EventCells.verdict(report))
                .chart(EventCells.announced(report));
        return this;
    }

    /** The verdict by rows: confusion, precision and recall by class, and whether scores are probabilities. */
    @CanIgnoreReturnValue
    public Results rows(RowMetrics metrics) {
        notebook.table("Which class did each row get?", RowCells.confusion(metrics.confusion()))
                .chart(RowCells.shares(metrics.confusion()))
                .table("How good is each class?", RowCells.classes(metrics.confusion()))
                .table("And all together?", RowCells.together(metrics.confusion()))
                .chart(RowCells.reliability(metrics));
        return this;
    }

    /** What became of the rows of a score table, and which machines are most at risk. Runs two Spark jobs. */
    @CanIgnoreReturnValue
    public Results scores(Dataset<Row> scores, int machines) {
        notebook.table("What became of the rows to score?", ScoreCells.statuses(scores))
                .table(
                        "Which machines are most at risk, by their latest score?",
                        ScoreCells.mostAtRisk(scores, machines));
        return this;
    }

    /** Which features changed since training, and whether it is more than chance. */
    @CanIgnoreReturnValue
    public Results drift(DriftReport drift) {
        notebook.chart(DriftCells.indices(drift)).table("Is it more than chance?", DriftCells.verdicts(drift));
        return this;
    }
}
