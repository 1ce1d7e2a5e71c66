package io.github.pdmspark.publication;

import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table that is replaced range by range while others read it. Publishing is all or nothing: readers see the rows before or
 * the rows after, and a failed run leaves the rows before.
 */
public interface PublishedTable {

    /**
     * Replaces the rows of the batch's scope and range by {@code rows}; a batch that is already there is left alone.
     *
     * @throws io.github.pdmspark.error.PublishException {@code PDM_PUBLISH_CONFLICT} if another run published into the same
     *     range meanwhile, {@code PDM_PUBLISH_FAILED} if writing failed; nothing was changed then
     * @throws IllegalArgumentException if rows lie outside the range of the batch, or have no time
     */
    Publication publish(Batch batch, Dataset<Row> rows);

    /**
     * Replaces those rows of the batch's scope and range that share machine and time with one of {@code rows}, adds the
     * others, and leaves the rest of the range as it is; a batch that is already there is left alone.
     *
     * @param rows at most one for each machine and time
     * @throws io.github.pdmspark.error.PublishException as {@link #publish} does
     * @throws IllegalArgumentException if rows lie outside the range of the batch, or have no time
     */
    Publication merge(Batch batch, Dataset<Row> rows);

    /** The same table, watched at the borders of publishing as far as it has them; Parquet alone does. */
    default PublishedTable watchedBy(Consumer<PublishStep> listener) {
        return this;
    }

    /**
     * The rows of the latest version, which stay readable while later versions are published.
     *
     * @throws io.github.pdmspark.error.PublishException {@code PDM_PUBLISHED_DAMAGED} if nothing was published
     */
    Dataset<Row> read();
}
