package io.github.pdmspark.publication;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of one version: whole parts in one scan, parts that were replaced in places one by one. */
final class TableReader {

    private final SparkSession spark;
    private final StoreFolder folder;
    private final TableVersion version;

    TableReader(SparkSession spark, StoreFolder folder, TableVersion version) {
        this.spark = spark;
        this.folder = folder;
        this.version = version;
    }

    /** Columns that only some parts have are NULL in the others. Lazy but for reading the schemas. */
    Dataset<Row> rows() {
        List<Dataset<Row>> sources = new ArrayList<>();
        List<String> whole = version.parts().stream()
                .filter(TablePart::isWhole)
                .map(part -> folder.full(part.folder()))
                .toList();
        if (!whole.isEmpty()) {
            sources.add(read(whole));
        }
        version.parts().stream().filter(part -> !part.isWhole()).forEach(part -> {
            sources.add(read(List.of(folder.full(part.folder()))).where(live(part)));
        });
        return sources.stream()
                .reduce((left, right) -> left.unionByName(right, true))
                .orElseThrow();
    }

    /** The rows that the batch may replace; empty when there are none. */
    Optional<Dataset<Row>> rows(Batch batch) {
        Column inBatch = inside(batch.range().start(), batch.range().end());
        return version.parts().stream()
                .filter(part -> part.overlaps(batch))
                .map(part -> read(List.of(folder.full(part.folder())))
                        .where(live(part).and(inBatch)))
                .reduce((left, right) -> left.unionByName(right, true));
    }

    private static Column live(TablePart part) {
        return part.live().stream().map(span -> inside(span.from(), span.to())).reduce(lit(false), Column::or);
    }

    static Column inside(Instant from, Instant to) {
        Column time = col(Columns.AS_OF);
        return time.geq(timestamp_micros(lit(Micros.of(from)))).and(time.lt(timestamp_micros(lit(Micros.of(to)))));
    }

    private Dataset<Row> read(List<String> folders) {
        return spark.read().option("mergeSchema", true).parquet(folders.toArray(String[]::new));
    }
}
