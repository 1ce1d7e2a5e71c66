package io.github.pdmspark.label;

import static io.github.pdmspark.label.LabelStatus.CENSORED;
import static io.github.pdmspark.label.LabelStatus.IN_REPAIR;
import static io.github.pdmspark.label.LabelStatus.NEGATIVE;
import static io.github.pdmspark.label.LabelStatus.POSITIVE;
import static io.github.pdmspark.label.LabelStatus.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time unit of the tests: one hour is {@link #H} microseconds. Label interval of {@link #LABEL}: {@code [asOf + 6h, asOf + 30h)}. */
class FailureKernelTest {

    private static final long H = 3_600_000_000L;
    private static final long AS_OF = 1000 * H;
    private static final long START = AS_OF + 6 * H;
    private static final long END = AS_OF + 30 * H;
    private static final long FAR = AS_OF + 1000 * H;
    private static final List<Happening> NONE = List.of();
    private static final FailureLabel LABEL =
            FailureLabel.within(Duration.ofHours(24)).lead(Duration.ofHours(6)).blackout(Duration.ofHours(2));

    @Test
    void failureAtTheStartOfTheIntervalIsPositive() {
        assertThat(statusOfFailureAt(START)).isEqualTo(POSITIVE);
    }

    @Test
    void failureOneMicrosecondBeforeTheIntervalIsTooLate() {
        assertThat(statusOfFailureAt(START - 1)).isEqualTo(TOO_LATE);
    }

    @Test
    void lastMicrosecondOfTheIntervalIsPositive() {
        assertThat(statusOfFailureAt(END - 1)).isEqualTo(POSITIVE);
    }

    @Test
    void failureAtTheEndOfTheIntervalIsOutside() {
        assertThat(statusOfFailureAt(END)).isEqualTo(NEGATIVE);
        assertThat(statusOfFailureAt(END + 1)).isEqualTo(NEGATIVE);
    }

    @Test
    void failureAtAsOfIsInRepair() {
        assertThat(statusOfFailureAt(AS_OF)).isEqualTo(IN_REPAIR);
        assertThat(statusOfFailureAt(AS_OF + 1)).isEqualTo(TOO_LATE);
        assertThat(statusOfFailureAt(AS_OF - 1)).isEqualTo(IN_REPAIR);
    }

    @Test
    void repairEndsWithTheBlackout() {
        assertThat(statusOfFailureAt(AS_OF - 2 * H + 1)).isEqualTo(IN_REPAIR);
        assertThat(statusOfFailureAt(AS_OF - 2 * H)).isEqualTo(NEGATIVE);
    }

    @Test
    void withoutBlackoutNothingIsInRepair() {
        FailureLabel label = LABEL.blackout(Duration.ZERO);
        assertThat(status(label, List.of(new Happening(AS_OF, 0)), NONE, FAR)).isEqualTo(TOO_LATE);
        assertThat(status(label, List.of(new Happening(AS_OF - 1, 0)), NONE, FAR))
                .isEqualTo(NEGATIVE);
    }

    @Test
    void withoutLeadAFailureAtAsOfIsPositive() {
        FailureLabel label = FailureLabel.within(Duration.ofHours(24));
        FailureOutcome outcome = outcome(label, List.of(new Happening(AS_OF, 0)), NONE, FAR);
        assertThat(outcome).isEqualTo(new FailureOutcome(POSITIVE, List.of(0), 0));
        assertThat(status(label, List.of(new Happening(AS_OF - 1, 0)), NONE, FAR))
                .isEqualTo(NEGATIVE);
    }

    @Test
    void negativeNeedsTheWholeIntervalObserved() {
        assertThat(status(LABEL, NONE, NONE, END)).isEqualTo(NEGATIVE);
        assertThat(status(LABEL, NONE, NONE, END + 1)).isEqualTo(NEGATIVE);
        assertThat(status(LABEL, NONE, NONE, END - 1)).isEqualTo(CENSORED);
    }

    @Test
    void failureInAnIntervalThatIsNotFullyObservedIsPositive() {
        assertThat(status(LABEL, List.of(new Happening(START + 1, 0)), NONE, START + 2))
                .isEqualTo(POSITIVE);
    }

    @Test
    void preventiveReplacementInTheIntervalCensors() {
        assertThat(statusOfReplacementAt(START)).isEqualTo(CENSORED);
        assertThat(statusOfReplacementAt(END - 1)).isEqualTo(CENSORED);
    }

    @Test
    void preventiveReplacementOutsideTheIntervalDoesNot() {
        assertThat(statusOfReplacementAt(START - 1)).isEqualTo(NEGATIVE);
        assertThat(statusOfReplacementAt(END)).isEqualTo(NEGATIVE);
        assertThat(statusOfReplacementAt(AS_OF)).isEqualTo(NEGATIVE);
    }

    @Test
    void preventiveReplacementCanBeNegative() {
        FailureLabel label = LABEL.preventiveReplacementIsNegative();
        assertThat(status(label, NONE, List.of(new Happening(START, 0)), FAR)).isEqualTo(NEGATIVE);
        assertThat(status(label, NONE, List.of(new Happening(START, 0)), END - 1))
                .isEqualTo(CENSORED);
    }

    @Test
    void preventiveReplacementBesideAFailureDoesNotCensor() {
        Happening failure = new Happening(END - 1, 1);
        assertThat(status(LABEL, List.of(failure), List.of(new Happening(START, 0)), FAR))
                .isEqualTo(POSITIVE);
    }

    @Test
    void repairAtTheInstantOfItsFailureIsNotPreventive() {
        FailureLabel noLead = FailureLabel.within(Duration.ofHours(24)).lead(Duration.ofHours(6));
        Happening failure = new Happening(START - 1, 0);
        Happening later = new Happening(START, 0);
        assertThat(MachineOutcomes.of("m", 0, FAR, List.of(failure), List.of(failure, later), 0)
                        .preventive())
                .containsExactly(later);
        assertThat(status(noLead, List.of(failure), List.of(failure), FAR)).isEqualTo(TOO_LATE);
    }

    @Test
    void repairWithinTheMinimumRepairTimeIsNotPreventive() {
        Happening failure = new Happening(START, 0);
        Happening before = new Happening(START - 1, 0);
        Happening soon = new Happening(START + 9, 0);
        Happening other = new Happening(START + 9, 1);
        Happening late = new Happening(START + 10, 0);
        assertThat(MachineOutcomes.of("m", 0, FAR, List.of(failure), List.of(before, soon, other, late), 10)
                        .preventive())
                .containsExactly(before, other, late);
    }

    @Test
    void replacementOfAnotherComponentAtTheInstantOfAFailureIsPreventive() {
        MachineOutcomes machine = MachineOutcomes.of(
                "m", 0, FAR, List.of(new Happening(5, 0)), List.of(new Happening(5, 0), new Happening(5, 1)), 0);
        assertThat(machine.preventive()).containsExactly(new Happening(5, 1));
    }

    @Test
    void earliestFailureDecidesAndAllAreKept() {
        List<Happening> failures = List.of(
                new Happening(START + 3, 0),
                new Happening(START + 1, 2),
                new Happening(START + 2, 2),
                new Happening(START + 2, 1));
        assertThat(outcome(LABEL, failures, NONE, FAR))
                .isEqualTo(new FailureOutcome(POSITIVE, List.of(2, 1, 0), 6 * H + 1));
    }

    @Test
    void tieIsDecidedByDeclaredOrder() {
        List<Happening> failures = List.of(new Happening(START, 2), new Happening(START, 0), new Happening(START, 1));
        assertThat(outcome(LABEL, failures, NONE, FAR).components()).containsExactly(0, 1, 2);
    }

    @Test
    void failuresOutsideTheIntervalAreNotKept() {
        List<Happening> failures = List.of(new Happening(END - 1, 1), new Happening(END, 0));
        assertThat(outcome(LABEL, failures, NONE, FAR).components()).containsExactly(1);
    }

    /** All 32 combinations of: in repair, failure in the lead, failure and replacement in the interval, end observed. */
    @Test
    void precedenceIsRepairTooLatePositiveCensoredNegative() {
        for (int bits = 0; bits < 32; bits++) {
            List<Happening> failures = new java.util.ArrayList<>();
            addIf(failures, bits & 1, AS_OF - H);
            addIf(failures, bits & 2, AS_OF + H);
            addIf(failures, bits & 4, START + H);
            List<Happening> maintenance = new java.util.ArrayList<>();
            addIf(maintenance, bits & 8, START + 2 * H);
            LabelStatus expected = (bits & 1) != 0
                    ? IN_REPAIR
                    : (bits & 2) != 0
                            ? TOO_LATE
                            : (bits & 4) != 0 ? POSITIVE : (bits & 8) != 0 || (bits & 16) != 0 ? CENSORED : NEGATIVE;
            assertThat(status(LABEL, failures, maintenance, (bits & 16) != 0 ? END - 1 : END))
                    .as("combination %d", bits)
                    .isEqualTo(expected);
        }
    }

    /** P9: one failure moves over the whole axis; the labels that change are exactly those whose interval it enters or leaves. */
    @Test
    void movingAFailureFlipsExactlyTheLabelsItShould() {
        FailureLabel label = FailureLabel.within(Duration.of(5, ChronoUnit.MICROS));
        FailureLabel late = label.lead(Duration.of(3, ChronoUnit.MICROS));
        for (long failure = 0; failure < 40; failure++) {
            for (long asOf = 0; asOf < 40; asOf++) {
                boolean inside = asOf <= failure && failure < asOf + 5;
                assertThat(at(label, failure, asOf)).isEqualTo(inside ? POSITIVE : NEGATIVE);
                boolean behind = asOf + 3 <= failure && failure < asOf + 8;
                boolean tooLate = asOf <= failure && failure < asOf + 3;
                assertThat(at(late, failure, asOf)).isEqualTo(tooLate ? TOO_LATE : behind ? POSITIVE : NEGATIVE);
            }
        }
    }

    private static LabelStatus at(FailureLabel label, long failure, long asOf) {
        MachineOutcomes machine = MachineOutcomes.of("m", 0, 1000, List.of(new Happening(failure, 0)), NONE, 0);
        return new FailureKernel(label, machine).at(asOf).status();
    }

    private static void addIf(List<Happening> records, int bit, long micros) {
        if (bit != 0) {
            records.add(new Happening(micros, 0));
        }
    }

    private static LabelStatus statusOfFailureAt(long micros) {
        return status(LABEL, List.of(new Happening(micros, 0)), NONE, FAR);
    }

    private static LabelStatus statusOfReplacementAt(long micros) {
        return status(LABEL, NONE, List.of(new Happening(micros, 0)), FAR);
    }

    private static LabelStatus status(
            FailureLabel label, List<Happening> failures, List<Happening> maintenance, long end) {
        return outcome(label, failures, maintenance, end).status();
    }

    private static FailureOutcome outcome(
            FailureLabel label, List<Happening> failures, List<Happening> maintenance, long end) {
        MachineOutcomes machine = MachineOutcomes.of("m", 0, end, failures, maintenance, 0);
        return new FailureKernel(label, machine).at(AS_OF);
    }
}
