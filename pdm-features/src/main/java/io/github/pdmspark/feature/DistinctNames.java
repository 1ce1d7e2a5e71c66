package io.github.pdmspark.feature;

import io.github.pdmspark.schema.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule that every column of a feature table has its own name; Spark does not tell upper from lower case. */
final class DistinctNames {

    private static final List<String> RESERVED =
            List.of(Columns.MACHINE_ID, Columns.AS_OF, FeatureColumns.FEATURE_STATUS, FeatureColumns.COVERAGE);

    private DistinctNames() {}

    static void check(List<Feature> features) {
        Map<String, Object> owners = new HashMap<>();
        RESERVED.forEach(name -> owners.put(name, "the key columns of the table"));
        for (Feature feature : features) {
            for (String name : feature.columnNames()) {
                @Nullable Object owner = owners.put(name.toLowerCase(Locale.ROOT), feature);
                if (owner != null) {
                    throw new IllegalArgumentException("Two columns would be called '" + name + "': one of " + owner
                            + " and one of " + feature + ". Leave one out, or rename a sensor, code or attribute.");
                }
            }
        }
    }
}
