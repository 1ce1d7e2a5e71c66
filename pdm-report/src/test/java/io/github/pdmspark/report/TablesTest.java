package io.github.pdmspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.testing.LocalSpark;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class TablesTest {

    private final SparkSession spark;
    private final Dataset<Row> rows;

    TablesTest(SparkSession spark) {
        this.spark = spark;
        this.rows = spark.sql(
                "select * from values "
                        + "('m1', timestamp'2015-01-01 06:00:00', 0.5D, array('comp1', 'comp2')), "
                        + "('m2', null, null, null), "
                        + "('m3', timestamp'2015-01-02 06:00:00', 0.25D, array()) as t(machine_id, as_of, score, top) order by 1");
    }

    @Test
    void rowsReadAsAPersonReadsThem() {
        assertThat(Tables.of(rows, 3).text(10)).isEqualTo("""
                        machine_id  as_of             score  top
                        ----------  ----------------  -----  ------------
                        m1          2015-01-01 06:00  0.500  comp1, comp2
                        m2          -                     -  -
                        m3          2015-01-02 06:00  0.250""");
    }

    @Test
    void limitIsKeptAndSaid() {
        TableView table = Tables.of(rows, 2);

        assertThat(table.rows()).hasSize(2);
        assertThat(table.note()).isEqualTo("First 2 rows; there are more.");
        assertThat(Tables.of(rows, 3).note()).isEmpty();
    }

    @Test
    void tableTakesOneJob() throws Exception {
        AtomicInteger jobs = new AtomicInteger();
        SparkListener counter = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        };
        Dataset<Row> range = spark.range(0, 1_000, 1, 2).toDF("id");
        spark.sparkContext().addSparkListener(counter);
        Tables.of(range, 10);
        spark.sparkContext().listenerBus().waitUntilEmpty();
        spark.sparkContext().removeSparkListener(counter);

        assertThat(jobs).hasValue(1);
    }

    @Test
    void limitOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tables.of(rows, 0))
                .withMessageContaining("maxRows is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tables.of(rows, 5_001))
                .withMessageContaining("maxRows is 5001, but a table for reading has 1 to 5000 rows");
    }
}
