package io.github.pdmspark.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.QueryTest$;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class DatasetAssertTest {

    private final Dataset<Row> three;
    private final Dataset<Row> shuffled;
    private final Dataset<Row> changed;

    DatasetAssertTest(SparkSession spark) {
        three = spark.sql("select * from values (1, 0.5D, 'a'), (2, null, 'b'), (2, null, 'b') as t(id, x, name)");
        shuffled = spark.sql("select * from values (2, null, 'b'), (1, 0.5D, 'a'), (2, null, 'b') as t(id, x, name)");
        changed = spark.sql("select * from values (2, null, 'b'), (1, 0.6D, 'a'), (2, null, 'b') as t(id, x, name)");
    }

    @Test
    void orderDoesNotMatterAndDuplicatesCount() {
        DatasetAssert.assertThat(three).hasSameRowsAs(shuffled).hasRowCount(3);
        assertThatThrownBy(() -> DatasetAssert.assertThat(three).hasSameRowsAs(shuffled.distinct()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 2 rows, found 3");
    }

    @Test
    void firstDifferingRowIsShown() {
        assertThatThrownBy(() -> DatasetAssert.assertThat(three).hasSameRowsAs(changed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected [1,0.6,a]")
                .hasMessageContaining("found [1,0.5,a]");
    }

    @Test
    void toleranceIsRelative() {
        DatasetAssert.assertThat(three).withRelativeTolerance(0.2).hasSameRowsAs(changed);
    }

    @Test
    void wrongColumnsAreNamed() {
        assertThatThrownBy(() -> DatasetAssert.assertThat(three).hasColumns("id", "x"))
                .hasMessageContaining("[id, x, name]");
    }

    /** Spark's own test utility is the referee: both must accept and refuse the same pairs. */
    @Test
    void agreesWithSparksOwnChecker() {
        QueryTest$.MODULE$.checkAnswer(three, shuffled.collectAsList());
        List<Row> wrong = changed.collectAsList();
        assertThatThrownBy(() -> QueryTest$.MODULE$.checkAnswer(three, wrong)).isInstanceOf(Throwable.class);
        assertThatThrownBy(() -> DatasetAssert.assertThat(three).containsExactlyInAnyOrder(wrong))
                .isInstanceOf(AssertionError.class);
    }
}
