package io.github.pdmspark.table;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * One rule on one column of a typed table.
 *
 * @param rule the rule
 * @param action what happens to what breaks it: that of the rule, unless the table is stricter
 * @param column the user's name of the column
 * @param broken true where a row breaks the rule; never NULL, so that no row falls between "where" and "where not"
 * @param value the offending value as text
 * @param allowed the values that would have been right, where they are known
 */
public record Check(
        QualityRule rule, QualityRule.Action action, String column, Column broken, Column value, List<String> allowed) {

    public Check {
        broken = functions.coalesce(broken, functions.lit(false));
        allowed = List.copyOf(allowed);
    }

    /** Whether a row that breaks the rule leaves the table. */
    public boolean rejects() {
        return action == QualityRule.Action.QUARANTINE;
    }
}
