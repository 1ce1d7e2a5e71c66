package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.hours;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.publication.Publication.Outcome;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What every kind of published table does. */
abstract class PublishedTableContract {

    /** A table that does not exist yet. */
    abstract PublishedTable table();

    abstract SparkSession spark();

    @Test
    void sameBatchIsPublishedOnce() {
        PublishedTable table = table();
        Batch batch = batch("day 1", "m", 0, 24);
        Publication first = table.publish(batch, rows(spark(), batch));

        assertThat(first.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(first.rows()).isEqualTo(24);
        assertThat(table.publish(batch, rows(spark(), batch)))
                .isEqualTo(new Publication(Outcome.ALREADY_THERE, first.version(), 24));
        assertThat(byKey(table.read())).hasSize(24);
    }

    @Test
    void anotherFingerprintReplacesTheRows() {
        PublishedTable table = table();
        Batch first = batch("day 1", "m", 0, 24);
        table.publish(first, rows(spark(), first));
        Batch second = new Batch("day 1", "m", hours(0, 24), "v2");

        assertThat(table.publish(second, rows(spark(), second).limit(3)).rows()).isEqualTo(3);
        assertThat(byKey(table.read())).hasSize(3);
    }

    @Test
    void otherScopesAndRangesStay() {
        PublishedTable table = table();
        Batch first = batch("first", "it's", 0, 24);
        Batch other = batch("other", "other \\", 0, 24);
        Batch second = batch("second", "it's", 12, 36);
        table.publish(first, rows(spark(), first));
        table.publish(other, rows(spark(), other));
        table.publish(second, rows(spark(), second));

        assertThat(byKey(table.read()))
                .hasSize(60)
                .containsEntry("it's@11", "first")
                .containsEntry("it's@12", "second")
                .containsEntry("other \\@12", "other");
    }

    @Test
    void batchAgainAfterAnotherOneReplacedPartOfItIsPublishedAgain() {
        PublishedTable table = table();
        Batch first = batch("first", "m", 0, 24);
        Batch second = batch("second", "m", 12, 36);
        table.publish(first, rows(spark(), first));
        table.publish(second, rows(spark(), second));

        assertThat(table.publish(first, rows(spark(), first)).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(byKey(table.read()))
                .hasSize(36)
                .containsEntry("m@23", "first")
                .containsEntry("m@24", "second");
    }

    @Test
    void mergeReplacesKeysAndLeavesTheOthers() {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        Batch other = batch("day", "other", 0, 24);
        table.publish(day, rows(spark(), day));
        table.publish(other, rows(spark(), other));
        Batch touched = batch("touched", "m", 3, 30);
        Dataset<Row> changed = rows(spark(), touched).where("hour(as_of) % 6 = 3");

        assertThat(table.merge(touched, changed).rows()).isEqualTo(22);
        assertThat(byKey(table.read()))
                .hasSize(49)
                .containsEntry("m@3", "touched")
                .containsEntry("m@4", "day")
                .containsEntry("m@27", "touched")
                .containsEntry("other@3", "day");
        assertThat(table.merge(touched, changed).outcome()).isEqualTo(Outcome.ALREADY_THERE);
    }

    @Test
    void rowOutsideOfTheRangeChangesNothing() {
        PublishedTable table = table();
        Batch day = batch("day", "m", 0, 24);
        table.publish(day, rows(spark(), day));
        Batch late = batch("late", "m", 24, 30);

        assertThatThrownBy(() -> table.publish(batch("wrong", "m", 24, 26), rows(spark(), late)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lies outside of");
        assertThatThrownBy(() -> table.merge(batch("wrong", "m", 24, 26), rows(spark(), late)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(byKey(table.read())).hasSize(24);
    }
}
