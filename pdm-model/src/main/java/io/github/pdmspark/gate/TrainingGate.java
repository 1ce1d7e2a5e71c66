package io.github.pdmspark.gate;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.distribution.Distribution;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.monitoring.DriftMonitor;
import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.monitoring.FeatureDrift;
import io.github.pdmspark.monitoring.FeatureDrift.Verdict;
import io.github.pdmspark.split.TemporalSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks for what makes a model good on paper only: {@code TrainingGate.standard().before(split).requireOpen()}. Immutable.
 */
public final class TrainingGate {

    /** Fewer failures than these separate by chance. */
    private static final long FEWEST_FAILURES = 20;

    private final Limits area;
    private final Limits missing;
    private final Limits drift;

    private TrainingGate(Limits area, Limits missing, Limits drift) {
        this.area = area;
        this.missing = missing;
        this.drift = drift;
    }

    /**
     * Areas warn from 0.97 and fail from 0.995; differences of missing shares warn from 0.1 and fail from 0.5; drift warns from
     * a stability index of 0.25 and never fails. Differences and drift count only if they exceed chance.
     */
    public static TrainingGate standard() {
        return new TrainingGate(
                new Limits(0.97, 0.995), new Limits(0.1, 0.5), new Limits(0.25, Double.POSITIVE_INFINITY));
    }

    /** The same with other limits of the area under the ROC curve of a single feature. */
    public TrainingGate area(double warn, double fail) {
        return new TrainingGate(new Limits(warn, fail), missing, drift);
    }

    /** The same with other limits of the difference of missing shares between failures and other rows. */
    public TrainingGate missing(double warn, double fail) {
        return new TrainingGate(area, new Limits(warn, fail), drift);
    }

    /** The same with other limits of the stability index. */
    public TrainingGate drift(double warn, double fail) {
        return new TrainingGate(area, missing, new Limits(warn, fail));
    }

    /**
     * Before training: the training slice by itself, and its features beside those of the test period. Runs three Spark jobs
     * per component with failures, which compute the rows of the split each: materialize a dataset that is large. Components
     * with fewer than 20 rows of failures are not judged.
     */
    public GateReport before(TemporalSplit split) {
        LabelledDataset train = split.train();
        List<GateFinding> findings = new ArrayList<>();
        Dataset<Row> usable = train.usable().rows();
        Dataset<Row> others = usable.where(col(LabelColumns.LABEL_STATUS).equalTo(LabelStatus.NEGATIVE.name()));
        for (String component : train.components()) {
            Dataset<Row> failures = usable.where(col(LabelColumns.LABEL_STATUS)
                    .equalTo(LabelStatus.POSITIVE.name())
                    .and(col(LabelColumns.LABEL).equalTo(component)));
            long rows = failures.count();
            if (rows >= FEWEST_FAILURES) {
                Distributions of = Distributions.fit(failures, train.features(), rows);
                findings.addAll(labels(component, of, of.count(others)));
            }
        }
        Distributions then = Distributions.fit(usable, train.features());
        return report(
                findings,
                DriftMonitor.compare(then, then.count(split.test().usable().rows())));
    }

    /**
     * Before scoring: the features beside those that the model was trained on. Runs one Spark job.
     *
     * @param features the rows of a feature table
     */
    public GateReport before(ModelBundle bundle, Dataset<Row> features) {
        return report(List.of(), DriftMonitor.of(bundle).check(features));
    }

    private List<GateFinding> labels(String component, Distributions failures, Distributions others) {
        List<GateFinding> findings = new ArrayList<>();
        for (Distribution of : failures.columns()) {
            double value = RankArea.of(of, others.of(of.column()).orElseThrow());
            area.judge(GateRule.FEATURE_TELLS_FAILURE, of.column(), component, value)
                    .ifPresent(findings::add);
        }
        for (DriftReport compared :
                List.of(DriftMonitor.compare(failures, others), DriftMonitor.compare(others, failures))) {
            compared.columns().stream()
                    .filter(each -> each.verdict() == Verdict.MISSING_MORE)
                    .map(each -> missing.judge(
                            GateRule.MISSING_TELLS_FAILURE,
                            each.column(),
                            component,
                            each.now().missingShare() - each.then().missingShare()))
                    .flatMap(Optional::stream)
                    .forEach(findings::add);
        }
        return findings;
    }

    private GateReport report(List<GateFinding> labels, DriftReport drifts) {
        List<GateFinding> findings = new ArrayList<>(labels);
        drifts.flagged().stream()
                .map(each -> drift.judge(GateRule.FEATURE_DRIFTED, each.column(), "", each.psi()))
                .flatMap(Optional::stream)
                .forEach(findings::add);
        return new GateReport(
                drifts.columns().size(),
                drifts.undecided().stream().map(FeatureDrift::column).toList(),
                findings);
    }
}
