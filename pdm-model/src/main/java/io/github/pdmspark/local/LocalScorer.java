package io.github.pdmspark.local;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.ReadingFolder;
import io.github.pdmspark.kernel.SuspendedTime;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.kernel.TileFolder;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.portable.RowScorer;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Scores raw records of one machine in a plain JVM, with the kernel and the arrays that a Spark job uses: the same numbers, bit
 * for bit. Immutable and thread-safe.
 */
public final class LocalScorer {

    private static final String MACHINE = "";

    private final PortableScorer scorer;
    private final RowScorer rows;
    private final FeatureKernel kernel;

    private LocalScorer(PortableScorer scorer) {
        this.scorer = scorer;
        this.rows = scorer.rowScorer();
        this.kernel = FeatureKernel.of(scorer.spec());
    }

    /** A scorer around a portable one. */
    public static LocalScorer of(PortableScorer scorer) {
        return new LocalScorer(scorer);
    }

    /** The scorer of a file; see {@link PortableScorer#load}. */
    public static LocalScorer load(Path file) throws IOException {
        return of(PortableScorer.load(file));
    }

    /** Identity of the model. */
    public String modelId() {
        return scorer.modelId();
    }

    /** When to raise an alarm, if that was decided; feed the scores to {@code MachineAlarms}. */
    public Optional<AlarmPolicy> policy() {
        return scorer.policy();
    }

    /**
     * The scores at all prediction times of the range, in time order.
     *
     * @throws IllegalArgumentException if the range has no end
     */
    public List<LocalScore> score(MachineHistory history, TimeRange range) {
        if (range.isUnbounded()) {
            throw new IllegalArgumentException(
                    "Scores of a machine need a range with an end, not " + range + ". Use TimeRange.of(start, end).");
        }
        long last = Micros.of(range.end()) - 1;
        MachineSweep sweep = records(history).sweep(new SweepRange.Between(Micros.of(range.start()), last));
        RowScorer.Session session = rows.session();
        double[] features = new double[rows.inputs()];
        List<LocalScore> scores = new ArrayList<>();
        while (sweep.next()) {
            for (int i = 0; i < features.length; i++) {
                features[i] = sweep.value(i);
            }
            scores.add(score(sweep, session, features));
        }
        return scores;
    }

    /**
     * The final class scores of one row of raw features in the order of the specification, NaN where missing: none first, then
     * the components; empty if the algorithm finds no finite score.
     */
    public Optional<double[]> scoreFeatures(double[] features) {
        if (features.length != rows.inputs()) {
            throw new IllegalArgumentException("A row has " + rows.inputs() + " features "
                    + scorer.spec().featureNames() + ", not " + features.length + ".");
        }
        RowScorer.Session session = rows.session();
        return session.score(features) ? Optional.of(session.classScores()) : Optional.empty();
    }

    private LocalScore score(MachineSweep sweep, RowScorer.Session session, double[] features) {
        FeatureStatus status = sweep.status();
        if (status != FeatureStatus.OK) {
            return unscored(sweep, status.name());
        }
        if (!session.score(features)) {
            return unscored(sweep, ScoreStatus.NOT_SCORED.name());
        }
        double[] classScores = session.classScores();
        List<String> names = scorer.target().components();
        Map<String, Double> components = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            components.put(names.get(i), classScores[i + 1]);
        }
        return new LocalScore(
                Micros.instant(sweep.asOf()),
                ScoreStatus.SCORED.name(),
                OptionalDouble.of(ScoreCorrection.anyFailure(classScores)),
                Optional.of(names.get(ScoreCorrection.top(classScores))),
                components,
                session.imputed());
    }

    private static LocalScore unscored(MachineSweep sweep, String status) {
        return new LocalScore(
                Micros.instant(sweep.asOf()), status, OptionalDouble.empty(), Optional.empty(), Map.of(), 0);
    }

    private MachineRecords records(MachineHistory history) {
        MachineRecords machine = kernel.machine();
        TileFolder folder = kernel.folder(Long.MAX_VALUE);
        ReadingFolder kept = kernel.readingFolder(Long.MAX_VALUE);
        List<String> sensors = kernel.sensors();
        SuspendedTime suspended = SuspendedTime.of(history.suspensions());
        for (MachineHistory.Reading reading : history.readings()) {
            if (!suspended.contains(reading.time())) {
                double[] values = values(sensors, reading);
                folder.add(MACHINE, reading.time(), reading.knownAt(), values);
                kept.add(MACHINE, reading.time(), reading.knownAt(), values);
            }
        }
        history.suspensions().forEach(interval -> machine.addSuspension(interval.start(), interval.end()));
        folder.drain().forEachRemaining(block -> machine.addTiles(block.bytes()));
        kept.drain().forEach(block -> machine.addReadings(block.bytes()));
        history.errors().forEach(event -> machine.addError(event.name(), event.time(), event.knownAt()));
        history.maintenance()
                .forEach(event -> machine.addMaintenance(event.name(), event.action(), event.time(), event.knownAt()));
        history.texts().forEach(machine::putText);
        history.numbers().forEach(machine::putNumber);
        history.installation().ifPresent(time -> machine.putInstallation(Micros.of(time)));
        return machine;
    }

    private static double[] values(List<String> sensors, MachineHistory.Reading reading) {
        double[] values = new double[sensors.size()];
        for (int i = 0; i < values.length; i++) {
            double value = reading.values().getOrDefault(sensors.get(i), Double.NaN);
            values[i] = Double.isFinite(value) ? value : Double.NaN;
        }
        return values;
    }
}
