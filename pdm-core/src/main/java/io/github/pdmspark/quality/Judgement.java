package io.github.pdmspark.quality;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong and what was noticed, so that everything is said at once. */
final class Judgement {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void refuse(Problem problem) {
        problems.add(problem);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds a notice about a whole table when there is anything to count. */
    void notice(String table, String rule, TableTotals.Noted noted, String fix) {
        if (noted.count() > 0) {
            add(new Finding(table, rule, "", Severity.NOTICE, noted.count(), noted.example(), fix));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    void throwIfRefused() {
        if (!problems.isEmpty()) {
            throw new DataQualityException(problems);
        }
    }
}
