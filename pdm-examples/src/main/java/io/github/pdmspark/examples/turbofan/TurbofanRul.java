package io.github.pdmspark.examples.turbofan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.hazard.HazardModel;
import io.github.pdmspark.hazard.HazardTraining;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.life.LifeDataset;
import io.github.pdmspark.life.LifeRegression;
import io.github.pdmspark.life.LifeTraining;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.model.LifeTrainer;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.simulator.EngineSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** How many cycles does an engine have left? See {@link TurbofanSettings} for what can be set. */
public final class TurbofanRul {

    /** Long before a failure nothing tells how long: the usual cap for these data. */
    static final double CAP = 125;

    private static final int HELD_OUT = 5;
    private static final int CUT_WITHIN = 150;

    /** Hazards learn from every so many cycles: neighbours say nearly the same. */
    private static final int HAZARD_STEP = 3;

    /** There are few rows, and a forest passes over them often. */
    private static final int PARTITIONS = 4;

    private final SparkSession spark;
    private final TurbofanSettings settings;
    private final TurbofanReport report;

    TurbofanRul(SparkSession spark, TurbofanSettings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.report = new TurbofanReport(out);
    }

    /** Runs on this machine. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "pdm turbofan",
                spark -> new TurbofanRul(spark, TurbofanSettings.fromSystemProperties(), System.out).run());
    }

    /** The steps in order; gives the verdict over the test engines. */
    EngineVerdict run() throws IOException {
        for (String earlier : List.of("train", "test", "forest", "boosting", "hazards")) {
            delete(settings.out().resolve(earlier));
        }
        EngineFiles files = files();
        FleetHistory training = files.untilFailure();
        FleetHistory cut = files.cutBeforeFailure();
        report.engines(training.quality(), cut.quality());

        EngineFeatures features = EngineFeatures.fit(training, settings.regimes());
        FeatureTable known = features.pipeline().on(training).materialized(path("train"));
        FeatureTable asked = features.pipeline().on(cut).materialized(path("test"));
        report.features(features, known);

        LifeDataset lives = withReadings(LifeDataset.of(known, training));
        LifeRegression forest = regression(EngineModels.forest(settings), lives, "forest");
        LifeRegression boosting = regression(EngineModels.boosting(settings), lives, "boosting");
        HazardModel hazards = hazards(lives);
        report.models(forest, boosting, hazards);

        EngineVerdict verdict = new EnginePredictions(forest, boosting, hazards)
                .of(asked.rows().where(hasReadings()), files.remaining());
        report.verdict(verdict);
        report.write(settings.out());
        return verdict;
    }

    private EngineFiles files() {
        if (settings.data().isPresent()) {
            report.start(
                    "Set " + settings.set() + " is read from " + settings.data().get() + ".");
            return new EngineFiles(spark, settings.data().get(), settings.set());
        }
        Path folder = settings.out().resolve("data");
        new EngineSimulator(settings.engines(), settings.seed()).write(folder);
        report.start("There are no data, so " + settings.engines() + " engines to learn from and as many to test are"
                + " simulated with seed " + settings.seed() + "; their files go to " + folder + ".");
        return new EngineFiles(spark, folder, EngineSimulator.NAME);
    }

    /** Windows of a young engine are not full yet, but it is asked about too: only rows without any reading are left out. */
    private static LifeDataset withReadings(LifeDataset lives) {
        return lives.where(hasReadings());
    }

    private static Column hasReadings() {
        return col(FeatureColumns.FEATURE_STATUS).notEqual(FeatureStatus.NO_TELEMETRY.name());
    }

    // region life
    private LifeRegression regression(LifeTrainer trainer, LifeDataset lives, String name) {
        LifeRegression trained =
                LifeTraining.with(trainer).cappedAt(CAP).partitions(PARTITIONS).on(lives);
        trained.save(spark, path(name));
        return LifeRegression.load(spark, path(name));
    }
    // endregion

    // region hazard
    private HazardModel hazards(LifeDataset lives) {
        RandomForestTrainer forest = EngineModels.hazard(settings);
        LifeDataset some = everyThirdCycle(lives);
        HazardModel trained = HazardTraining.with(forest, EnginePeriods.PERIODS)
                .partitions(PARTITIONS)
                .on(some.where(not(heldOut())))
                .calibratedOn(some.where(heldOut().and(nearFailure())));
        trained.save(spark, path("hazards"));
        return HazardModel.load(spark, path("hazards"));
    }
    // endregion

    /** Every fifth engine calibrates the curves of the others. */
    private static Column heldOut() {
        return pmod(col(Columns.MACHINE_ID).cast("int"), lit(HELD_OUT)).equalTo(0);
    }

    /** Engines of the test files were cut within so many cycles of their failure; curves are calibrated on rows like them. */
    private static Column nearFailure() {
        return col(LifeColumns.LIFE).getItem(0).leq(CUT_WITHIN);
    }

    private static LifeDataset everyThirdCycle(LifeDataset lives) {
        long step = EngineFeatures.cycles(HAZARD_STEP).toSeconds();
        return lives.where(pmod(unix_seconds(col("as_of")), lit(step)).equalTo(0));
    }

    private String path(String name) {
        return settings.out().resolve(name).toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
