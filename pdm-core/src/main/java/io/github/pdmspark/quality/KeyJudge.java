package io.github.pdmspark.quality;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.Suspensions;
import java.util.Locale;

/**
 * Judges copies and versions of records.
 *
 * @param judgement where the verdict goes
 * @param rule what to do with readings of one machine and time that differ
 */
record KeyJudge(Judgement judgement, DuplicateRule rule) {

    void judge(TableTotals totals) {
        String table = totals.table();
        boolean conflicts = totals.conflicts().count() > 0;
        boolean suspensions = table.equals(Suspensions.NAME);
        if (conflicts && (table.equals("machines") || (rule == DuplicateRule.FAIL && !suspensions))) {
            judgement.refuse(conflict(totals));
        }
        if (totals.copies() > 0) {
            judgement.add(new Finding(
                    table,
                    "DUPLICATE_ROW",
                    "",
                    Severity.DUPLICATE,
                    totals.copies(),
                    "",
                    "copies removed, one record of each kept"));
        }
        judgement.notice(
                table,
                "DUPLICATE_KEY",
                totals.conflicts(),
                suspensions ? "the latest end kept" : "kept by the rule " + rule);
        if (totals.repeated() > 0) {
            String fix = "counted once: another failure of the same component within the minimum repair time";
            judgement.add(new Finding(table, "REPEATED_FAILURE", "", Severity.DUPLICATE, totals.repeated(), "", fix));
        }
    }

    private static Problem conflict(TableTotals totals) {
        long count = totals.conflicts().count();
        String example = totals.conflicts().example();
        if (totals.table().equals("machines")) {
            return new Problem(
                    ErrorCondition.PDM_MACHINE_DUPLICATE,
                    String.format(
                            Locale.ROOT,
                            "Table 'machines' has %,d machine(s) with several different rows at one time, for example machine '%s'.",
                            count,
                            example),
                    "keep one row per machine, or say when each holds with .validFrom(...) and .validTo(...), without overlaps.");
        }
        return new Problem(
                ErrorCondition.PDM_DUPLICATE_CONFLICT,
                String.format(
                        Locale.ROOT,
                        "Table '%s' has %,d key(s) with several different rows, for example %s.",
                        totals.table(),
                        count,
                        example),
                "say which one counts: .duplicates(DuplicateRule.KEEP_FIRST_KNOWN) or MEAN_OF_FIRST_KNOWN.");
    }
}
