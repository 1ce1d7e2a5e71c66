package io.github.pdmspark.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two hundred machine-years, without Spark. */
class FleetSimulatorTest {

    private static final int MACHINES = 200;
    private static final int WEEK = 7 * 24;

    private final FleetSimulator fleet = FleetSimulator.builder()
            .machines(MACHINES)
            .seed(7)
            .faults(Faults.none())
            .build();
    private final List<Diary> diaries =
            IntStream.rangeClosed(1, MACHINES).mapToObj(fleet::diary).toList();

    @Test
    void ratesAreThoseOfTheSample() {
        assertThat(perMachine(Diary::failures)).isCloseTo(7.6, within(0.6));
        assertThat(perMachine(Diary::errors)).isCloseTo(38, within(3.0));
        long before = diaries.stream()
                .flatMap(diary -> diary.maintenance().stream())
                .filter(event -> event.hour() < 0)
                .count();
        assertThat(before / (double) MACHINES).isBetween(25.0, 32.0);
        assertThat(perMachine(Diary::maintenance)).isBetween(50.0, 62.0);
    }

    @Test
    void everyFailureIsRepairedAtTheSameInstant() {
        for (Diary diary : diaries) {
            assertThat(diary.maintenance()).containsAll(diary.failures());
        }
    }

    @Test
    void noComponentIsReplacedOrFailsTwiceInAnHour() {
        for (Diary diary : diaries) {
            assertThat(diary.maintenance()).doesNotHaveDuplicates();
            assertThat(new HashSet<>(diary.failures())).hasSameSizeAs(diary.failures());
        }
    }

    @Test
    void maintenanceReachesBackOneYearAndNothingIsLaterThanTelemetry() {
        assertThat(diaries.stream().flatMap(diary -> diary.maintenance().stream()))
                .allMatch(event -> event.hour() >= -365 * 24 && event.hour() < fleet.hours())
                .anyMatch(event -> event.hour() < -330 * 24);
        assertThat(diaries.stream().flatMap(diary -> Stream.of(diary.failures(), diary.errors())
                        .flatMap(List::stream)))
                .allMatch(event -> event.hour() >= 0 && event.hour() < fleet.hours());
    }

    @Test
    void oldComponentsFailMoreOftenThanNewOnes() {
        long young = failuresAtAge(0, 30);
        long old = failuresAtAge(30, 60);

        assertThat(old).isGreaterThan(2 * young);
    }

    @Test
    void modelOneFailsMoreThanModelFour() {
        assertThat(failuresOf("model1")).isGreaterThan(1.3 * failuresOf("model4"));
    }

    @Test
    void ownSensorDriftsTwoDaysBeforeAFailureAndNotTheWeekBefore() {
        for (Component component : Component.values()) {
            assertThat(meanBefore(component, 0)).isCloseTo(component.driftDeviations(), within(0.1));
            assertThat(meanBefore(component, 60)).isCloseTo(0, within(0.15));
        }
    }

    @Test
    void ownErrorComesAboutADayBefore() {
        for (Component component : Component.values()) {
            for (String code : component.errors()) {
                assertThat(shareAnnounced(component, code)).isBetween(0.93, 1.0);
            }
        }
    }

    @Test
    void decoysLookLikeDriftsButNoFailureFollows() {
        double shifted = 0;
        for (Diary diary : diaries) {
            Readings readings = diary.readings(7, fleet.hours(), Faults.none());
            shifted += IntStream.range(0, fleet.hours())
                    .filter(hour -> readings.shift(Sensor.PRESSURE, hour) > 0)
                    .filter(hour -> diary.wears().stream()
                            .noneMatch(wear ->
                                    wear.component() == Component.COMP3 && hour >= wear.onset() && hour < wear.end()))
                    .peek(hour -> assertThat(diary.failures())
                            .noneMatch(failure -> failure.what().equals("comp3")
                                    && failure.hour() > hour
                                    && failure.hour() - hour < WEEK))
                    .count();
        }
        double meanHours = 30;
        assertThat(shifted / meanHours / MACHINES).isCloseTo(4.2, within(0.5));
    }

    @Test
    void healthySensorsReadAsDescribed() {
        Readings readings = fleet.readings(1);
        double[] healthy = IntStream.range(0, fleet.hours())
                .filter(hour -> readings.shift(Sensor.VOLT, hour) == 0)
                .mapToDouble(hour -> readings.value(Sensor.VOLT, hour))
                .toArray();
        double mean = DoubleStream.of(healthy).average().orElseThrow();
        double variance = DoubleStream.of(healthy)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(170, within(0.6));
        assertThat(Math.sqrt(variance)).isCloseTo(15, within(0.4));
    }

    @Test
    void faultsTakeAwayReadingsAndChangeNoOther() {
        Diary diary = diaries.get(0);
        Readings whole = diary.readings(7, fleet.hours(), Faults.none());
        Readings holed = diary.readings(7, fleet.hours(), new Faults(20, 0.05));

        int[] sent = IntStream.range(0, fleet.hours()).filter(holed::isSent).toArray();
        long empty = IntStream.of(sent)
                .filter(hour -> holed.value(Sensor.VOLT, hour) == null)
                .count();
        assertThat(fleet.hours() - sent.length).isBetween(120, 420);
        assertThat(empty / (double) sent.length).isCloseTo(0.05, within(0.01));
        assertThat(IntStream.range(0, fleet.hours())).allMatch(whole::isSent);
        assertThat(IntStream.of(sent))
                .allMatch(hour -> holed.value(Sensor.VOLT, hour) == null
                        || holed.value(Sensor.VOLT, hour).equals(whole.value(Sensor.VOLT, hour)));
    }

    @Test
    void everySizeOutOfRangeIsNamedAtOnce() {
        assertThatThrownBy(() -> FleetSimulator.builder()
                        .machines(0)
                        .days(0)
                        .start("soon")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("machines is 0")
                .hasMessageContaining("days is 0")
                .hasMessageContaining("'soon' is not a time");
        assertThatThrownBy(() -> new Faults(-1, 0)).hasMessageContaining("gapsPerYear is -1.0");
        assertThatThrownBy(() -> new Faults(0, 1)).hasMessageContaining("missingShare is 1.0");
    }

    private double perMachine(Function<Diary, List<Event>> events) {
        return diaries.stream().mapToInt(diary -> events.apply(diary).size()).sum() / (double) MACHINES;
    }

    private long failuresAtAge(int fromDays, int toDays) {
        return failed().filter(wear ->
                        wear.end() - wear.installed() >= fromDays * 24 && wear.end() - wear.installed() < toDays * 24)
                .count();
    }

    private Stream<Wear> failed() {
        return diaries.stream()
                .flatMap(diary -> diary.wears().stream())
                .filter(wear -> wear.end() == wear.due() && wear.end() >= WEEK && wear.end() < fleet.hours());
    }

    private double failuresOf(String model) {
        return diaries.stream()
                .filter(diary -> diary.machine().model().equals(model))
                .mapToInt(diary -> diary.failures().size())
                .average()
                .orElseThrow();
    }

    /** The mean reading in deviations over the 44 hours that end {@code lag} hours before the failure. */
    private double meanBefore(Component component, int lag) {
        Sensor sensor = component.sensor();
        return diaries.stream()
                .flatMapToDouble(diary -> {
                    Readings readings = diary.readings(7, fleet.hours(), Faults.none());
                    return diary.wears().stream()
                            .filter(wear -> wear.component() == component && wear.end() == wear.due())
                            .filter(wear -> wear.end() > WEEK && wear.end() - wear.installed() > WEEK)
                            .flatMapToDouble(wear -> IntStream.range(wear.end() - lag - 44, wear.end() - lag)
                                    .mapToDouble(hour ->
                                            (readings.value(sensor, hour) - sensor.mean()) / sensor.deviation()));
                })
                .average()
                .orElseThrow();
    }

    private double shareAnnounced(Component component, String code) {
        List<Boolean> announced = diaries.stream()
                .flatMap(diary -> diary.wears().stream()
                        .filter(wear -> wear.component() == component && wear.end() == wear.due())
                        .filter(wear -> wear.end() > WEEK && wear.end() - wear.installed() > WEEK)
                        .map(wear -> diary.errors().stream()
                                .anyMatch(error -> error.what().equals(code)
                                        && wear.end() - error.hour() >= 21
                                        && wear.end() - error.hour() <= 27)))
                .toList();
        return announced.stream().filter(hit -> hit).count() / (double) announced.size();
    }
}
