package io.github.pdmspark.dataset;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.label.MachineLabels;
import io.github.pdmspark.label.MachineLabels.Label;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.pipeline.RowCompanion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Labels computed while the features of a machine are: the status and the failing components as texts, hours as number. */
final class LabelCompanion implements RowCompanion {

    private static final long serialVersionUID = 1L;

    private final MachineLabels labels;

    LabelCompanion(MachineLabels labels) {
        this.labels = labels;
    }

    @Override
    public Dataset<Row> records(FleetHistory history) {
        return MachineLabels.records(history);
    }

    @Override
    public LongFunction<Remark> of(Machine machine, List<CompanionRecord> records) {
        MachineLabels.Machine outcomes =
                labels.machine(machine.machineId(), machine.firstReading(), machine.endOfObservation());
        records.forEach(each -> outcomes.add(each.kind(), each.time(), each.name()));
        LongFunction<Label> answers = outcomes.labels();
        Map<LabelStatus, Remark> withoutComponent = new EnumMap<>(LabelStatus.class);
        return asOf -> {
            Label answer = answers.apply(asOf);
            return answer.components().isEmpty()
                    ? withoutComponent.computeIfAbsent(answer.status(), status -> remark(answer))
                    : remark(answer);
        };
    }

    private static Remark remark(Label label) {
        return new Remark(
                Stream.concat(Stream.of(label.status().name()), label.components().stream())
                        .toList(),
                label.hoursToFailure());
    }

    /** The remarks as columns of a label table. */
    static Dataset<Row> columns(Dataset<Row> rows) {
        Column texts = col(FeatureTable.REMARK_TEXTS);
        return rows.withColumn(LabelColumns.LABEL_STATUS, get(texts, lit(0)))
                .withColumn(LabelColumns.LABEL, get(texts, lit(1)))
                .withColumn(
                        LabelColumns.LABEL_COMPONENTS,
                        slice(texts, lit(2), size(texts).minus(1)))
                .withColumn(LabelColumns.HOURS_TO_FAILURE, col(FeatureTable.REMARK_NUMBER));
    }
}
