package io.github.pdmspark.examples.frontier;

import static java.time.Duration.ofDays;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.AlarmTuning;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.evaluation.MachineGroups;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.examples.program.FiveTables;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.split.TemporalSplit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How many failures can be announced, how early, and at how many false alarms? Policies are chosen on the calibration slice only;
 * the frontier of the test is drawn beside them, and beside the scores of the notebooks where the folder has them.
 */
public final class AlarmFrontier {

    /** Limits on false alarms per machine-year; policies are chosen for nine tenths of them, as a test is never the same. */
    static final List<Double> LIMITS = List.of(0.3, 2.0);

    private static final double IN_HAND = 0.9;

    /** In days of lost production: a failure 10, a planned repair 3, a useless visit 1, a day of unused life a tenth. */
    private static final CostModel COSTS = CostModel.builder()
            .missedFailure(10)
            .plannedRepair(3)
            .uselessVisit(1)
            .unusedLifePerDay(0.1)
            .build();

    private static final AlarmPolicy[] SHAPES = {
        AlarmPolicy.threshold(0.5).kOfN(1, 1).cooldown(ofDays(1)),
        AlarmPolicy.threshold(0.5).kOfN(2, 2).cooldown(ofDays(1))
    };

    private final SparkSession spark;
    private final FrontierSettings settings;
    private final FrontierReport report;

    AlarmFrontier(SparkSession spark, FrontierSettings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.report = new FrontierReport(out);
    }

    /** Runs on this machine; {@code -Dpdm.out} must not exist yet. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "pdm alarm frontier",
                spark -> new AlarmFrontier(spark, FrontierSettings.fromSystemProperties(), System.out).run());
    }

    /** The verdicts in the order of {@link #LIMITS}. */
    List<Verdict> run() throws IOException {
        Files.createDirectories(settings.out());
        FleetHistory history = new FiveTables(spark, settings.data()).historyWithVisits();
        ComponentModels models = new ComponentModels(history, settings);
        TemporalSplit split = models.split();
        report.split(split.report());
        List<ModelBundle> trained = models.train(split);
        report.progress("Scoring with " + trained.size() + " models ...");
        LabelledDataset calibrate = split.calibrate().orElseThrow();
        Dataset<Row> calibration = models.scores(trained, calibrate, "calibration");
        Dataset<Row> test = models.scores(trained, split.test(), "scores");

        report.progress("Choosing policies and judging them ...");
        Evaluator evaluator = Evaluator.of(history).matchWithin(ofDays(7)).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
        EventEvaluation past = evaluator.knowingUntil(settings.testFrom()).events(calibration, calibrate);
        EventEvaluation future = evaluator.events(test, split.test());
        List<Verdict> verdicts = new ArrayList<>();
        for (double limit : LIMITS) {
            AlarmTuning tuning = AlarmTuning.atMost(IN_HAND * limit).among(SHAPES);
            TunedAlarm chosen = tuning.tune(past);
            Baselines baselines = Baselines.chosenOn(past, tuning);
            EvaluationReport verdict = evaluator
                    .evaluate(test, split.test(), chosen.policy(), baselines)
                    .withCosts(future.costs(chosen.policy(), baselines, COSTS))
                    .withGroups(future.judgeBy(
                            chosen.policy(),
                            MachineGroups.of(history).by("model").byBand("age", 5, 10, 15)));
            verdicts.add(new Verdict(limit, chosen, verdict));
        }
        List<Frontier> frontiers = frontiers(history, future);
        report.frontiers(frontiers);
        report.verdicts(verdicts);
        write(frontiers, verdicts);
        return verdicts;
    }

    private List<Frontier> frontiers(FleetHistory history, EventEvaluation future) {
        List<Frontier> frontiers = new ArrayList<>();
        frontiers.add(new Frontier(
                "one model per component",
                AlarmTuning.atMost(0).among(SHAPES).tune(future).frontier()));
        ReferenceScores.in(settings.data())
                .ifPresent(reference -> frontiers.add(new Frontier("notebooks", reference.frontier(spark, history))));
        return frontiers;
    }

    private void write(List<Frontier> frontiers, List<Verdict> verdicts) throws IOException {
        StringBuilder csv =
                new StringBuilder("scores,k,n,threshold,failures,detected,median_lead_hours,false_per_machine_year\n");
        frontiers.forEach(frontier -> csv.append(frontier.csv()));
        Files.writeString(settings.out().resolve("frontier.csv"), csv);
        for (Verdict verdict : verdicts) {
            Files.writeString(
                    settings.out().resolve("evaluation-" + verdict.limit() + ".json"),
                    verdict.test().toJson());
        }
        report.write(settings.out());
    }
}
