package io.github.pdmspark.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * One rule on one column of a typed table.
 *
 * @param rule the rule
 * @param column the user's name of the column
 * @param broken true where a row breaks the rule; never NULL, so that no row falls between "where" and "where not"
 * @param value the offending value as text
 */
public record Check(QualityRule rule, String column, Column broken, Column value) {

    public Check {
        broken = functions.coalesce(broken, functions.lit(false));
    }

    /** Whether a row that breaks the rule leaves the table. */
    public boolean rejects() {
        return rule.action() == QualityRule.Action.QUARANTINE;
    }
}
