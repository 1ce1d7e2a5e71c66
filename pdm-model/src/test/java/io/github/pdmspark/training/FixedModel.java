package io.github.pdmspark.training;

import io.github.pdmspark.mllib.MllibFormat;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A model that knows its names and nothing else. */
record FixedModel(List<String> features, List<String> classes) implements Model {

    @Override
    public Dataset<Row> score(Dataset<Row> rows) {
        throw new UnsupportedOperationException("This model only has names.");
    }

    @Override
    public Map<String, Double> importances() {
        return Map.of();
    }

    @Override
    public ModelFormat format() {
        return new MllibFormat();
    }

    @Override
    public String algorithm() {
        return "fixed";
    }
}
