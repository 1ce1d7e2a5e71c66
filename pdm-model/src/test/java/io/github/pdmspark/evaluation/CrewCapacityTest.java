package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pdmspark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class CrewCapacityTest {

    private static final List<String> COMPONENTS = List.of("c0", "c1");

    private final Dataset<Row> scores;

    CrewCapacityTest(SparkSession spark) {
        scores = spark.range(0, 120)
                .selectExpr(
                        "concat('m', id % 12) as machine_id",
                        "timestamp'2015-03-01 06:00:00Z' + make_interval(0, 0, 0, int(floor(id / 12))) as as_of",
                        "if(id % 17 = 0, 'LOW_COVERAGE', 'SCORED') as status",
                        "if(id % 17 = 0, null, round(rand(1), 1)) as score_c0",
                        "if(id % 17 = 0, null, round(rand(2), 1)) as score_c1");
    }

    @Test
    void onlyTheLargestScoresOfEachTimeStay() {
        Map<String, Double> expected = naive(5);

        List<Row> rows = new CrewCapacity(5).apply(scores, COMPONENTS).collectAsList();

        assertThat(rows).hasSize(120);
        for (Row row : rows) {
            for (String component : COMPONENTS) {
                Double score = row.getAs("score_" + component);
                String key = row.getAs("as_of") + " " + row.getAs("machine_id") + " " + component;
                boolean scored = row.getAs("status").equals("SCORED");
                assertThat(score).as(key).isEqualTo(scored ? expected.getOrDefault(key, 0.0) : null);
            }
        }
    }

    /** Sorts the scores of each time by hand. */
    private Map<String, Double> naive(int visits) {
        Map<Object, List<Point>> byTime = new TreeMap<>(Comparator.comparing(Object::toString));
        for (Row row : scores.where("status = 'SCORED'").collectAsList()) {
            for (String component : COMPONENTS) {
                byTime.computeIfAbsent(row.getAs("as_of"), time -> new ArrayList<>())
                        .add(new Point(row.getAs("machine_id"), component, row.<Double>getAs("score_" + component)));
            }
        }
        Map<String, Double> kept = new TreeMap<>();
        byTime.forEach((time, points) -> points.stream()
                .sorted(Comparator.comparingDouble(Point::score)
                        .reversed()
                        .thenComparing(Point::machine)
                        .thenComparing(Point::component))
                .limit(visits)
                .forEach(point -> kept.put(time + " " + point.machine() + " " + point.component(), point.score())));
        return kept;
    }

    @Test
    void crewWithoutVisitsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrewCapacity(0))
                .withMessage("A crew makes 1 visit or more, not 0.");
    }

    private record Point(String machine, String component, double score) {}
}
