package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.pipeline.RowCompanion.CompanionRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the records of one machine after the other from blocks that are sorted by machine. */
final class MachineReader {

    private final FeatureKernel kernel;
    private final List<String> texts;
    private final List<String> numbers;
    private final Iterator<RecordBlock> blocks;
    private @Nullable RecordBlock ahead;
    private String machineId = "";
    private boolean listed;
    private List<CompanionRecord> companionRecords = List.of();

    MachineReader(FeatureKernel kernel, Iterator<RecordBlock> blocks) {
        this.kernel = kernel;
        this.texts = kernel.categoricalAttributes();
        this.numbers = kernel.numericAttributes();
        this.blocks = blocks;
        this.ahead = blocks.hasNext() ? blocks.next() : null;
    }

    /** The records of the next machine; null after the last one. */
    @Nullable
    MachineRecords next() {
        RecordBlock block = ahead;
        if (block == null) {
            return null;
        }
        machineId = block.getMachineId();
        listed = false;
        companionRecords = new ArrayList<>();
        MachineRecords machine = kernel.machine();
        while (block != null && block.getMachineId().equals(machineId)) {
            add(machine, block);
            block = blocks.hasNext() ? blocks.next() : null;
        }
        ahead = block;
        return machine;
    }

    /** Identity of the current machine. */
    String machineId() {
        return machineId;
    }

    /** Whether the current machine is in the table of telemetry, machines or suspensions, not only mentioned by an event. */
    boolean isListed() {
        return listed;
    }

    /** The records of the current machine that no feature may see. */
    List<CompanionRecord> companionRecords() {
        return companionRecords;
    }

    private void add(MachineRecords machine, RecordBlock block) {
        if (block.getKind() >= RecordBlock.COMPANION) {
            companionRecords.add(new CompanionRecord(
                    block.getKind() - RecordBlock.COMPANION, block.getEventTime(), block.getNames()[0]));
            return;
        }
        switch (block.getKind()) {
            case RecordBlock.TILES -> {
                machine.addTiles(block.getTiles());
                listed = true;
            }
            case RecordBlock.READINGS -> machine.addReadings(block.getTiles());
            case RecordBlock.ATTRIBUTES -> {
                addAttributes(machine, block);
                listed = true;
            }
            case RecordBlock.SUSPENSION -> {
                machine.addSuspension(block.getEventTime(), block.getKnownAt());
                listed = true;
            }
            case RecordBlock.ERROR -> machine.addError(block.getNames()[0], block.getEventTime(), block.getKnownAt());
            case RecordBlock.MAINTENANCE -> addMaintenance(machine, block);
            default -> throw new IllegalStateException("Unknown kind of block: " + block.getKind());
        }
    }

    private static void addMaintenance(MachineRecords machine, RecordBlock block) {
        String[] names = block.getNames();
        if (names.length == 1) {
            machine.addMaintenance(names[0], block.getEventTime(), block.getKnownAt());
        } else {
            @Nullable String action = names[1];
            machine.addMaintenance(names[0], action == null ? "" : action, block.getEventTime(), block.getKnownAt());
        }
    }

    private void addAttributes(MachineRecords machine, RecordBlock block) {
        Map<String, String> textsByName = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            @Nullable String text = block.getNames()[i];
            if (text != null) {
                textsByName.put(texts.get(i), text);
            }
        }
        Map<String, Double> numbersByName = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            numbersByName.put(numbers.get(i), block.getNumbers()[i]);
        }
        double installed = block.getNumbers()[numbers.size()];
        machine.addAttributes(block.getEventTime(), block.getKnownAt(), textsByName, numbersByName, installed);
    }
}
