package io.github.pdmspark.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.label.RemainingLifeKernel.Remaining;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemainingLifeKernelTest {

    private static final long END = 100;
    private static final MachineOutcomes MACHINE = MachineOutcomes.of(
            "m",
            0,
            END,
            List.of(new Happening(50, 0), new Happening(30, 1)),
            List.of(new Happening(50, 0), new Happening(40, 0), new Happening(30, 1)),
            0);

    @Test
    void lifeEndsAtTheNextFailureOfAnyComponent() {
        assertThat(ofMachine(29)).isEqualTo(new Remaining(1, false));
        assertThat(ofMachine(30)).isEqualTo(new Remaining(0, false));
        assertThat(ofMachine(31)).isEqualTo(new Remaining(19, false));
    }

    @Test
    void withoutFailureTheEndOfObservationIsTheBound() {
        assertThat(ofMachine(51)).isEqualTo(new Remaining(49, true));
        assertThat(ofMachine(END)).isEqualTo(new Remaining(0, true));
    }

    @Test
    void preventiveReplacementCensorsTheLifeOfItsComponent() {
        assertThat(ofComponent(0, 10)).isEqualTo(new Remaining(30, true));
        assertThat(ofComponent(0, 40)).isEqualTo(new Remaining(0, true));
        assertThat(ofComponent(0, 41)).isEqualTo(new Remaining(9, false));
        assertThat(ofComponent(1, 10)).isEqualTo(new Remaining(20, false));
    }

    @Test
    void replacementAfterTheEndOfObservationDoesNotLengthenTheBound() {
        MachineOutcomes machine = MachineOutcomes.of("m", 0, END, List.of(), List.of(new Happening(END + 9, 0)), 0);
        assertThat(RemainingLifeKernel.ofComponent(machine, 0, RemainingLifeKernel.NO_CAP)
                        .at(90))
                .isEqualTo(new Remaining(10, true));
    }

    @Test
    void lifeOfAtLeastTheCapIsKnownToBeTheCap() {
        assertThat(RemainingLifeKernel.ofMachine(MACHINE, 20).at(10)).isEqualTo(new Remaining(20, false));
        assertThat(RemainingLifeKernel.ofMachine(MACHINE, 20).at(11)).isEqualTo(new Remaining(19, false));
        assertThat(RemainingLifeKernel.ofMachine(MACHINE, 20).at(60)).isEqualTo(new Remaining(20, false));
        assertThat(RemainingLifeKernel.ofMachine(MACHINE, 20).at(81)).isEqualTo(new Remaining(19, true));
    }

    private static Remaining ofMachine(long asOf) {
        return RemainingLifeKernel.ofMachine(MACHINE, RemainingLifeKernel.NO_CAP)
                .at(asOf);
    }

    private static Remaining ofComponent(int component, long asOf) {
        return RemainingLifeKernel.ofComponent(MACHINE, component, RemainingLifeKernel.NO_CAP)
                .at(asOf);
    }
}
