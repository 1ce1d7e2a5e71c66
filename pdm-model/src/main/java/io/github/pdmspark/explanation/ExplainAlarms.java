package io.github.pdmspark.explanation;

import com.google.common.collect.Iterators;
import io.github.pdmspark.imputation.RowFilling;
import io.github.pdmspark.schema.Columns;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Explains one alarm after the other, in plain Java. */
final class ExplainAlarms implements MapPartitionsFunction<AlarmRow, Row> {

    private static final long serialVersionUID = 1L;
    private static final StructType GROUP = new StructType()
            .add("name", DataTypes.StringType, false)
            .add("contribution", DataTypes.DoubleType, false)
            .add("text", DataTypes.StringType, false);

    static final StructType SCHEMA = new StructType()
            .add(Columns.MACHINE_ID, DataTypes.StringType)
            .add(Columns.COMPONENT, DataTypes.StringType)
            .add(Columns.AS_OF, DataTypes.LongType)
            .add("output", DataTypes.DoubleType)
            .add("base", DataTypes.DoubleType)
            .add("groups", DataTypes.createArrayType(GROUP, false))
            .add("reasons", DataTypes.createArrayType(DataTypes.StringType, false));

    private final List<String> components;
    private final RowFilling filling;
    private final Contributions contributions;
    private final Reasons reasons;
    private final int most;

    ExplainAlarms(List<String> components, RowFilling filling, Contributions contributions, Reasons reasons, int most) {
        this.components = List.copyOf(components);
        this.filling = filling;
        this.contributions = contributions;
        this.reasons = reasons;
        this.most = most;
    }

    @Override
    public Iterator<Row> call(Iterator<AlarmRow> alarms) {
        Iterator<AlarmRow> known = Iterators.filter(alarms, this::isKnown);
        return Iterators.transform(known, this::explained);
    }

    private boolean isKnown(AlarmRow alarm) {
        int component = components.indexOf(alarm.getComponent());
        return component >= 0 && contributions.knows(component);
    }

    private Row explained(AlarmRow alarm) {
        double[] inputs = new double[filling.outputs()];
        filling.fill(alarm.getFeatures(), inputs);
        Explanation explanation = contributions.explain(inputs, components.indexOf(alarm.getComponent()));
        List<Reasons.Reason> found = reasons.of(alarm.getFeatures(), explanation.contributions());
        Object[] groups = found.stream()
                .map(reason -> RowFactory.create(reason.group(), reason.contribution(), reason.text()))
                .toArray();
        Object[] top = found.stream()
                .filter(reason -> reason.contribution() > 0)
                .limit(most)
                .map(Reasons.Reason::text)
                .toArray();
        return RowFactory.create(
                alarm.getMachineId(),
                alarm.getComponent(),
                alarm.getAsOf(),
                explanation.output(),
                explanation.base(),
                groups,
                top);
    }
}
