package io.github.pdmspark.job;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.spec.LabelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;

/** A folder for what a job computes once and reads several times; deleted at the end. */
final class Work implements AutoCloseable {

    private final JobContext context;
    private final Path folder;

    private Work(JobContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** A new folder beside {@code neighbour}. */
    static Work beside(JobContext context, String neighbour) {
        Path path = new Path(neighbour + "-work-" + context.clock().millis());
        return new Work(context, path);
    }

    LabelledDataset dataset(FleetHistory history, FeaturePipeline features, LabelSpec label) {
        return context.step("features", counts -> {
            LabelledDataset dataset =
                    LabelledDataset.of(history, features, label.label()).materialized(path("dataset"));
            Waterfall waterfall = dataset.waterfall();
            context.show(results -> results.rows(waterfall));
            waterfall
                    .steps()
                    .forEach(step -> counts.put(step.status().name().toLowerCase(java.util.Locale.ROOT), step.rows()));
            counts.put("features", dataset.features().size());
            return dataset;
        });
    }

    String path(String name) {
        return new Path(folder, name).toString();
    }

    @Override
    public void close() {
        try {
            folder.getFileSystem(context.spark().sparkContext().hadoopConfiguration())
                    .delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("The work folder " + folder + " cannot be deleted.", e);
        }
    }
}
