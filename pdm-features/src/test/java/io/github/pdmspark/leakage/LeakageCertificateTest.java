package io.github.pdmspark.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.leakage.LeakageCheck.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakageCertificateTest {

    private static final Instant CUT = Instant.parse("2015-01-20T00:00:00Z");

    @Test
    void leakIsNamedWithItsColumnAndAnExample() {
        LeakageCheck leak = check("my join", 80, List.of(new Difference("failures", 9, "m1 2015-01-03 00:00:00")));
        LeakageCertificate certificate = new LeakageCertificate(42, List.of(check("clean", 80, List.of()), leak));

        assertThat(leak.verdict()).isEqualTo(Verdict.LEAK);
        assertThat(certificate.isClean()).isFalse();
        assertThatThrownBy(certificate::requireClean)
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_LEAK_FOUND Leakage certificate: NOT CLEAN, 1 of 2 checks clean, seed 42.")
                .hasMessageContaining(
                        "my join: rows up to then are the same; records from 2015-01-20T00:00:00Z on deleted")
                .hasMessageContaining("failures differs in 9 row(s), for example m1 2015-01-03 00:00:00");
        assertThat(certificate.toJson())
                .contains("\"clean\" : false", "\"verdict\" : \"LEAK\"", "\"column\" : \"failures\"", "\"rows\" : 9");
    }

    @Test
    void nothingComparedAndNothingCheckedAreNotClean() {
        assertThat(check("nothing", 0, List.of()).verdict()).isEqualTo(Verdict.NOTHING_COMPARED);
        assertThat(new LeakageCertificate(1, List.of(check("nothing", 0, List.of()))).isClean())
                .isFalse();
        assertThat(new LeakageCertificate(1, List.of()).isClean()).isFalse();
    }

    private static LeakageCheck check(String subject, long rows, List<Difference> differences) {
        return new LeakageCheck(subject, "rows up to then are the same", FutureChange.DELETED, CUT, rows, differences);
    }
}
