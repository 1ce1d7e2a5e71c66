package io.github.pdmspark.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final Cadence HALF_DAYS = Cadence.every(Duration.ofHours(12));

    @Test
    void gridIsAnchoredAtTheEpoch() {
        assertThat(HALF_DAYS.floor(Instant.parse("2015-01-01T06:00:00Z"))).isEqualTo("2015-01-01T00:00:00Z");
        assertThat(HALF_DAYS.ceil(Instant.parse("2015-01-01T06:00:00Z"))).isEqualTo("2015-01-01T12:00:00Z");
        assertThat(HALF_DAYS.floor(Instant.parse("1969-12-31T23:00:00Z"))).isEqualTo("1969-12-31T12:00:00Z");
    }

    @Test
    void pointOfTheGridIsItsOwnFloorAndCeiling() {
        Instant noon = Instant.parse("2015-01-01T12:00:00Z");
        assertThat(HALF_DAYS.isOn(noon)).isTrue();
        assertThat(HALF_DAYS.ceil(noon)).isEqualTo(noon);
        assertThat(HALF_DAYS.ceil(noon.plusNanos(1_000))).isEqualTo("2015-01-02T00:00:00Z");
        assertThat(HALF_DAYS.floor(noon.minusNanos(1_000))).isEqualTo("2015-01-01T00:00:00Z");
    }

    @Test
    void offsetShiftsTheGrid() {
        Cadence shifted = HALF_DAYS.withOffset(Duration.ofHours(6));
        assertThat(shifted.floor(Instant.parse("2015-01-01T05:59:59Z"))).isEqualTo("2014-12-31T18:00:00Z");
        assertThat(shifted.isOn(Instant.parse("2015-01-01T06:00:00Z"))).isTrue();
    }

    @Test
    void impossibleGridsAreRefused() {
        assertThatThrownBy(() -> Cadence.every(Duration.ZERO)).hasMessageContaining("step longer than zero");
        assertThatThrownBy(() -> HALF_DAYS.withOffset(Duration.ofHours(12))).hasMessageContaining("[0, PT12H)");
        assertThatThrownBy(() -> Cadence.every(Duration.ofNanos(1_500)))
                .hasMessageContaining("finer than a microsecond");
    }
}
