package io.github.pdmspark.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

    @Test
    void startBelongsToTheRangeAndEndDoesNot() {
        TimeRange january = TimeRange.of("2015-01-01", "2015-02-01");
        assertThat(january.contains(Instant.parse("2015-01-01T00:00:00Z"))).isTrue();
        assertThat(january.contains(Instant.parse("2015-01-31T23:59:59.999999Z")))
                .isTrue();
        assertThat(january.contains(Instant.parse("2015-02-01T00:00:00Z"))).isFalse();
    }

    @Test
    void rangeWithoutEndSaysSo() {
        assertThat(TimeRange.from("2015-11-15").isUnbounded()).isTrue();
        assertThat(TimeRange.from("2015-11-15")).hasToString("[2015-11-15T00:00:00Z, ...)");
    }

    @Test
    void emptyRangeIsRefused() {
        assertThatThrownBy(() -> TimeRange.of("2015-02-01", "2015-02-01")).hasMessageContaining("start < end");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-10-01,2015-10-01T00:00:00Z",
        "2015-10-01 06:30:00,2015-10-01T06:30:00Z",
        "2015-10-01T06:30,2015-10-01T06:30:00Z",
        "2015-10-01T06:30:00+02:00,2015-10-01T04:30:00Z",
        "2015-10-01T06:30:00-05:00,2015-10-01T11:30:00Z",
        "2015-10-01T06:30:00Z,2015-10-01T06:30:00Z"
    })
    void textWithoutZoneIsUtc(String text, Instant expected) {
        assertThat(UtcText.instant(text)).isEqualTo(expected);
    }

    @Test
    void unreadableTextNamesTheForm() {
        assertThatThrownBy(() -> UtcText.instant("10/1/2015"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'10/1/2015' is not a time")
                .hasMessageContaining("2015-10-01");
    }

    @ParameterizedTest
    @CsvSource({"PT24H,24h", "PT36H,36h", "PT48H,48h", "P3D,3d", "P7D,7d", "PT90M,90min", "PT45S,45s", "PT0.5S,500000us"
    })
    void durationsAreNamedInTheirLargestWholeUnit(Duration duration, String name) {
        assertThat(UtcText.duration(duration)).isEqualTo(name);
    }

    @Test
    void microsecondsAreExactBeforeTheEpochToo() {
        Instant instant = Instant.parse("1969-12-31T23:59:59.999999Z");
        assertThat(Micros.of(instant)).isEqualTo(-1);
        assertThat(Micros.instant(-1)).isEqualTo(instant);
    }
}
