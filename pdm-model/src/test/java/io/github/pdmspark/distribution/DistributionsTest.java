package io.github.pdmspark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.portable.RecordJson;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class DistributionsTest {

    private static final List<String> COLUMNS = List.of("normal", "mostly zero", "broken", "constant", "empty");

    private final SparkSession spark;

    DistributionsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void equalsThePlainTwin() {
        Dataset<Row> rows = rows(3_000, 1).cache();
        Dataset<Row> others = rows(700, 2)
                .selectExpr(
                        "machine_id",
                        "as_of",
                        "normal + 1 as normal",
                        "`mostly zero`",
                        "broken",
                        "constant + 1 as constant",
                        "1.0 as empty");

        Distributions then = Distributions.fit(rows, COLUMNS);
        Distributions now = then.count(others);

        for (int column = 0; column < COLUMNS.size(); column++) {
            DistributionTwin twin = DistributionTwin.of(numbers(rows, column));
            Bins bins = then.columns().get(column).bins();
            assertThat(bins.edges()).as(COLUMNS.get(column)).isEqualTo(twin.edges());
            assertThat(then.columns().get(column).counts()).isEqualTo(twin.count(numbers(rows, column)));
            assertThat(now.columns().get(column).counts()).isEqualTo(twin.count(numbers(others, column)));
        }
        rows.unpersist();
    }

    @Test
    void binsHaveAboutEqualCounts() {
        Distribution normal =
                Distributions.fit(rows(20_000, 3), List.of("normal")).columns().get(0);

        assertThat(normal.counts().subList(0, 10))
                .allSatisfy(count -> assertThat((double) count).isCloseTo(2_000, within(200.0)));
        assertThat(normal.outsideShare()).isZero();
        assertThat(normal.rows()).isEqualTo(20_000);
    }

    @Test
    void partitionsAndOrderChangeNothing() {
        Dataset<Row> rows = rows(8_000, 4);

        assertThat(Distributions.fit(rows.repartition(7).orderBy("normal"), COLUMNS))
                .isEqualTo(Distributions.fit(rows.coalesce(1), COLUMNS));
    }

    @Test
    void fewJobsRun() {
        Dataset<Row> rows = rows(100, 5);
        Distributions fitted = Distributions.fit(rows, COLUMNS);

        assertThat(QueryCount.of(spark, () -> Distributions.fit(rows, COLUMNS, 100)))
                .isEqualTo(2);
        assertThat(QueryCount.of(spark, () -> fitted.count(rows))).isEqualTo(1);
    }

    @Test
    void textFormIsReadBack() {
        Distributions fitted = Distributions.fit(rows(100, 6), COLUMNS);

        assertThat(RecordJson.read(RecordJson.write(fitted), Distributions.class))
                .isEqualTo(fitted);
    }

    @Test
    void missingColumnIsNamed() {
        Distributions fitted = Distributions.fit(rows(100, 7), COLUMNS);

        assertThatThrownBy(() -> fitted.count(rows(100, 7).drop("mostly zero")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("mostly zero");
    }

    private static List<Double> numbers(Dataset<Row> rows, int column) {
        return rows.select("`" + COLUMNS.get(column) + "`").collectAsList().stream()
                .map(row -> row.isNullAt(0) ? Double.NaN : ((Number) row.get(0)).doubleValue())
                .toList();
    }

    private Dataset<Row> rows(int count, int seed) {
        return spark.range(0, count, 1, 3)
                .selectExpr(
                        "concat('m', id % 97) as machine_id",
                        "timestamp_seconds(id) as as_of",
                        "randn(" + seed + ") as normal",
                        "if(rand(" + seed + " + 10) < 0.8, 0.0D, floor(5 * rand(" + seed + " + 20))) as `mostly zero`",
                        "case when rand(" + (seed + 1) + ") < 0.1 then null when rand(" + (seed + 2)
                                + ") < 0.1 then double('NaN')"
                                + " when rand(" + (seed + 3) + ") < 0.1 then double('Infinity') else rand(" + (seed + 4)
                                + ") end as broken",
                        "3.5D as constant",
                        "cast(null as double) as empty");
    }

    /** The same by sorting and counting. */
    private record DistributionTwin(double lowest, double highest, List<Double> edges) {

        static DistributionTwin of(List<Double> numbers) {
            double[] sorted = numbers.stream()
                    .filter(Double::isFinite)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return new DistributionTwin(1, 0, List.of());
            }
            double highest = sorted[sorted.length - 1];
            List<Double> edges = IntStream.range(1, 10)
                    .mapToObj(i -> quantile(sorted, i / 10.0))
                    .filter(edge -> edge < highest)
                    .distinct()
                    .toList();
            return new DistributionTwin(sorted[0], highest, edges);
        }

        /** Definition 7 of Hyndman and Fan. */
        private static double quantile(double[] sorted, double level) {
            double place = level * (sorted.length - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            return below == above ? sorted[below] : (above - place) * sorted[below] + (place - below) * sorted[above];
        }

        List<Long> count(List<Double> numbers) {
            Long[] counts = new Long[edges.size() + 3];
            java.util.Arrays.fill(counts, 0L);
            for (double number : numbers) {
                counts[place(number)]++;
            }
            return List.of(counts);
        }

        private int place(double number) {
            if (!Double.isFinite(number)) {
                return edges.size() + 2;
            }
            if (number < lowest || number > highest) {
                return edges.size() + 1;
            }
            int bin = 0;
            while (bin < edges.size() && number > edges.get(bin)) {
                bin++;
            }
            return bin;
        }
    }
}
