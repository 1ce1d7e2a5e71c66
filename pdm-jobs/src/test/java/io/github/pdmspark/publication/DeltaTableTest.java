package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Publishes to real Delta tables. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class DeltaTableTest extends PublishedTableContract {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    DeltaTableTest(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    PublishedTable table() {
        return DeltaTable.at(spark, path());
    }

    @Override
    SparkSession spark() {
        return spark;
    }

    @Test
    void batchThatWasPublishedMeanwhileIsAConflict() {
        PublishedTable table = table();
        Batch before = batch("before", "m", 0, 24);
        table.publish(before, rows(spark, before));
        Batch day = new Batch("day", "m", before.range(), "v2");
        Batch other = batch("other", "m", 12, 14);
        Dataset<Row> slow = rows(spark, day)
                .map(
                        (MapFunction<Row, Row>) row -> {
                            Overtaking.once();
                            return row;
                        },
                        Encoders.row(rows(spark, day).schema()));
        Overtaking.by(() -> table().publish(other, rows(spark, other)));

        assertThatThrownBy(() -> table.publish(day, slow))
                .isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_PUBLISH_CONFLICT));
        assertThat(byKey(table.read()))
                .hasSize(24)
                .containsEntry("m@12", "other")
                .containsEntry("m@14", "before");
    }

    @Test
    void deleteOfSomebodyElseMakesTheBatchMissing() {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        table.publish(day, rows(spark, day));
        spark.sql("DELETE FROM delta.`" + path() + "` WHERE hour(as_of) = 3");
        spark.sql("OPTIMIZE delta.`" + path() + "`");

        assertThat(table.publish(day, rows(spark, day)).outcome()).isEqualTo(Publication.Outcome.PUBLISHED);
        assertThat(byKey(table.read())).hasSize(24);
    }

    @Test
    void publishingEqualsAMergeThatDeletesWhatIsGone() {
        PublishedTable table = table();
        Batch before = batch("before", "m", 0, 24);
        table.publish(before, rows(spark, before));
        String copy = folder.resolve("copy").toString();
        spark.read().format("delta").load(path()).write().format("delta").save(copy);
        Batch after = batch("after", "m", 6, 12);
        Dataset<Row> few = rows(spark, after).where("hour(as_of) % 2 = 0");

        table.publish(after, few);
        few.withColumn(ScopedRows.SCOPE, org.apache.spark.sql.functions.lit("m"))
                .createOrReplaceTempView("few");
        spark.sql("MERGE INTO delta.`" + copy + "` t USING few s ON t.machine_id = s.machine_id AND t.as_of = s.as_of"
                + " AND t.model_id = s.model_id WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
                + " WHEN NOT MATCHED BY SOURCE AND t.model_id = 'm' AND t.as_of >= '2015-01-01T06:00:00Z'"
                + " AND t.as_of < '2015-01-01T12:00:00Z' THEN DELETE");

        assertThat(byKey(table.read()))
                .hasSize(21)
                .isEqualTo(byKey(spark.read().format("delta").load(copy)));
    }

    private String path() {
        return folder.resolve("it's a table").toString();
    }
}
