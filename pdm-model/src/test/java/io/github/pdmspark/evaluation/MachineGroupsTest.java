package io.github.pdmspark.evaluation;

import static java.time.Duration.ofDays;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seven machines m1 .. m7: even ones are model A; the weight of m1 is unknown, of the others it is their number. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class MachineGroupsTest {

    private static final AlarmPolicy ALARM = AlarmPolicy.threshold(0.5).kOfN(1, 1);

    private final FleetHistory history;
    private final LabelledDataset dataset;
    private final EventEvaluation evaluation;

    MachineGroupsTest(SparkSession spark) {
        history = WearingFleet.history(spark);
        dataset = WearingFleet.dataset(spark);
        Dataset<Row> scores = dataset.rows()
                .where("feature_status = 'OK'")
                .selectExpr(
                        "machine_id",
                        "as_of",
                        "'SCORED' as status",
                        "if(volt_mean_24h > 110, 0.9D, 0.1D) as score_pump",
                        "if(`heat.1_mean_24h` > 57, 0.9D, 0.1D) as score_seal")
                .withColumnRenamed("score_pump", "score_pump.1")
                .withColumnRenamed("score_seal", "score_seal b");
        evaluation = Evaluator.of(history).matchWithin(ofDays(3)).events(scores, dataset);
    }

    @Test
    void groupsOfEachAttributeAddUpToTheFleet() {
        EventMetrics fleet = evaluation.judge(ALARM);
        MachineGroups groups = MachineGroups.of(history)
                .by("model")
                .byBand("weight", 3, 5)
                .bySeen(dataset.where(col("machine_id").isin("m1", "m2")));

        Map<String, List<GroupEvents>> byAttribute =
                evaluation.judgeBy(ALARM, groups).stream().collect(Collectors.groupingBy(GroupEvents::attribute));

        assertThat(byAttribute).containsOnlyKeys("model", "weight", "machine");
        assertThat(byAttribute.get("model")).extracting(GroupEvents::value).containsExactly("A", "B");
        assertThat(byAttribute.get("weight"))
                .extracting(GroupEvents::value)
                .containsExactly("3 .. < 5", "< 3", ">= 5", "unknown");
        assertThat(byAttribute.get("machine")).extracting(GroupEvents::value).containsExactly("seen", "unseen");
        assertThat(fleet.counts().detected()).isPositive();
        byAttribute.values().forEach(each -> {
            assertThat(each.stream()
                            .mapToLong(group -> group.metrics().counts().detected())
                            .sum())
                    .isEqualTo(fleet.counts().detected());
            assertThat(each.stream()
                            .mapToLong(group -> group.metrics().counts().failures())
                            .sum())
                    .isEqualTo(fleet.counts().failures());
            assertThat(each.stream()
                            .mapToLong(group -> group.metrics().machines())
                            .sum())
                    .isEqualTo(fleet.machines());
            assertThat(each.stream()
                            .mapToDouble(group -> group.metrics().quietYears())
                            .sum())
                    .isCloseTo(fleet.quietYears(), within(1e-12));
        });
    }

    @Test
    void groupIsJudgedAsIfItsMachinesWereAlone() {
        GroupEvents first =
                evaluation.judgeBy(ALARM, MachineGroups.of(history).by("model")).get(0);

        long failures =
                history.failures().where("machine_id in ('m2', 'm4', 'm6')").count();
        assertThat(first.metrics().machines()).isEqualTo(3);
        assertThat(first.metrics().counts().failures()).isEqualTo(failures);
    }

    @Test
    void componentsHaveFalseAlarmsOfTheirOwn() {
        EventMetrics fleet = evaluation.judge(ALARM);

        assertThat(fleet.components().stream()
                        .mapToDouble(ComponentEvents::quietYears)
                        .average()
                        .orElseThrow())
                .isCloseTo(fleet.quietYears(), within(1e-12));
        assertThat(fleet.components().get(0).falseAlarms().events())
                .isEqualTo(fleet.components().get(0).counts().falseEpisodes());
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> MachineGroups.of(history).by("weight"))
                .hasMessage("The machines have no attribute 'weight' of this kind, only [model].");
        assertThatThrownBy(() -> MachineGroups.of(history).byBand("weight", 5, 3))
                .hasMessage("Bands of 'weight' need rising limits, not [5.0, 3.0].");
    }
}
