package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.SuspendedTime.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The kernel as Spark runs it, without Spark: records shuffled, split over folders, packed and put together again. */
public final class KernelEngine implements Engine {

    private final Random random;
    private final int folders;
    private final long byteBudget;

    /** Splits the readings at random over this many folders; a small budget makes them drain often. */
    public KernelEngine(long seed, int folders, long byteBudget) {
        this.random = new Random(seed);
        this.folders = folders;
        this.byteBudget = byteBudget;
    }

    @Override
    public Map<RowKey, Features> run(Fleet given, FeatureSpec spec, SweepRange range) {
        Fleet fleet = atWork(given);
        FeatureKernel kernel = FeatureKernel.of(spec, PathLength.REGISTERED);
        Map<String, MachineRecords> machines = new LinkedHashMap<>();
        fleet.machines().forEach(machine -> machines.put(machine, kernel.machine()));
        for (TileBlock block : blocks(kernel, fleet)) {
            machines.get(block.machineId()).addTiles(block.bytes());
        }
        for (ReadingBlock block : readings(kernel, fleet)) {
            machines.get(block.machineId()).addReadings(block.bytes());
        }
        for (Event error : shuffled(fleet.errors())) {
            machines.get(error.machine()).addError(error.name(), error.time(), error.knownAt());
        }
        for (Event event : shuffled(fleet.maintenance())) {
            machines.get(event.machine()).addMaintenance(event.name(), event.action(), event.time(), event.knownAt());
        }
        shuffled(fleet.units()).forEach(unit -> {
            Map<String, String> model =
                    unit.model().map(name -> Map.of("model", name)).orElse(Map.of());
            double installed = unit.installed().map(Long::doubleValue).orElse(Double.NaN);
            machines.get(unit.machine())
                    .addAttributes(unit.validFrom(), unit.validTo(), model, Map.of("age", unit.age()), installed);
        });
        shuffled(fleet.suspensions()).forEach(s -> machines.get(s.machine()).addSuspension(s.start(), s.end()));
        Map<RowKey, Features> rows = new LinkedHashMap<>();
        machines.forEach((machine, records) -> collect(machine, records.sweep(range), spec, rows));
        return rows;
    }

    /** The kernel asks whoever hands readings over to leave these out. */
    private static Fleet atWork(Fleet fleet) {
        Map<String, SuspendedTime> suspended = new LinkedHashMap<>();
        for (String machine : fleet.machines()) {
            suspended.put(
                    machine,
                    SuspendedTime.of(fleet.suspensions().stream()
                            .filter(s -> s.machine().equals(machine))
                            .map(s -> new Interval(s.start(), s.end()))
                            .toList()));
        }
        return fleet.map(r -> suspended.get(r.machine()).contains(r.time()) ? null : r, e -> e);
    }

    private List<TileBlock> blocks(FeatureKernel kernel, Fleet fleet) {
        List<TileFolder> parts = new ArrayList<>();
        for (int i = 0; i < folders; i++) {
            parts.add(kernel.folder(byteBudget));
        }
        List<TileBlock> blocks = new ArrayList<>();
        for (Reading reading : shuffled(fleet.readings())) {
            TileFolder folder = parts.get(random.nextInt(folders));
            folder.add(reading.machine(), reading.time(), reading.knownAt(), values(kernel, fleet, reading));
            if (folder.isFull()) {
                folder.drain().forEachRemaining(blocks::add);
            }
        }
        parts.forEach(folder -> folder.drain().forEachRemaining(blocks::add));
        return shuffled(blocks);
    }

    private List<ReadingBlock> readings(FeatureKernel kernel, Fleet fleet) {
        List<ReadingBlock> blocks = new ArrayList<>();
        ReadingFolder folder = kernel.readingFolder(byteBudget);
        for (Reading reading : shuffled(fleet.readings())) {
            folder.add(reading.machine(), reading.time(), reading.knownAt(), values(kernel, fleet, reading));
            if (folder.isFull()) {
                blocks.addAll(folder.drain());
            }
        }
        blocks.addAll(folder.drain());
        return shuffled(blocks);
    }

    private static double[] values(FeatureKernel kernel, Fleet fleet, Reading reading) {
        return kernel.sensors().stream()
                .mapToDouble(name -> reading.values().get(fleet.sensors().indexOf(name)))
                .toArray();
    }

    private static void collect(String machine, MachineSweep sweep, FeatureSpec spec, Map<RowKey, Features> rows) {
        int columns = spec.featureNames().size();
        while (sweep.next()) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                values.add(sweep.value(i));
            }
            rows.put(
                    new RowKey(machine, sweep.asOf()),
                    new Features(sweep.status().name(), sweep.coverage(), List.copyOf(values)));
        }
    }

    private <T> List<T> shuffled(List<T> items) {
        List<T> result = new ArrayList<>(items);
        Collections.shuffle(result, random);
        return result;
    }
}
