package io.github.pdmspark.gate;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.gate.GateFinding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the gate saw. Prints one line per finding.
 *
 * @param features how many features were looked at
 * @param undecided features of which the rows are too few to tell whether they drifted
 * @param findings what looks wrong, in the order of the rules
 */
public record GateReport(int features, List<String> undecided, List<GateFinding> findings) {

    public GateReport {
        undecided = List.copyOf(undecided);
        findings = List.copyOf(findings);
    }

    /** The findings that close the gate. */
    public List<GateFinding> failures() {
        return of(Severity.FAILURE);
    }

    /** The findings that someone should look at. */
    public List<GateFinding> warnings() {
        return of(Severity.WARNING);
    }

    /**
     * Fails if the gate is closed.
     *
     * @throws TrainingException {@code PDM_GATE_CLOSED}, with one problem per failure
     */
    public GateReport requireOpen() {
        List<Problem> problems = failures().stream()
                .map(each -> new Problem(
                        ErrorCondition.PDM_GATE_CLOSED,
                        each.what() + ".",
                        each.rule().fix() + "."))
                .toList();
        if (!problems.isEmpty()) {
            throw new TrainingException(problems);
        }
        return this;
    }

    private List<GateFinding> of(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).toList();
    }

    @Override
    public String toString() {
        String head = "Training gate: " + (failures().isEmpty() ? "open" : "closed") + ", " + features + " features, "
                + failures().size() + " failures, " + warnings().size() + " warnings, " + undecided.size()
                + " undecided";
        return findings.stream().map(each -> "\n" + each).collect(Collectors.joining("", head, ""));
    }
}
