package io.github.pdmspark.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletedTest {

    private static final Cadence SIX_HOURS = Cadence.every(Duration.ofHours(6));

    @ParameterizedTest(name = "reading {0}, now {1}: {2} is scored last")
    @CsvSource({
        "11:00, 23:00, 12:00", // the reading of 11:00 lasts until noon
        "10:59, 23:00, 06:00",
        "11:00, 11:30, 06:00", // noon is not there yet
        "11:00, 12:00, 12:00",
        "23:00, 07:00, 06:00", // a clock that is ahead
    })
    void nothingIsScoredThatIsNotCompleteOrNotYet(String reading, String now, String last) {
        assertThat(FollowedScoring.completed(at(reading), Duration.ofHours(1), SIX_HOURS, at(now)))
                .isEqualTo(at(last).plus(SIX_HOURS.every()));
    }

    private static Instant at(String time) {
        return Instant.parse("2015-01-01T" + time + ":00Z");
    }
}
