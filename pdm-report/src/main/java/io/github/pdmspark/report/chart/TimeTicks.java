package io.github.pdmspark.report.chart;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks at whole hours, days, months or years, so many as have room for their labels. */
final class TimeTicks {

    private static final double LABEL_ROOM = 74;
    private static final int DAY = 86_400;
    private static final int[] SECONDS = {
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY, 5 * DAY, 7 * DAY, 14 * DAY
    };
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 600};
    private static final double MONTH = 30.4 * DAY;

    private TimeTicks() {}

    static Ticks inside(double min, double max, double width) {
        double room = (max - min) / Math.max(1, Math.floor(width / LABEL_ROOM));
        for (int step : SECONDS) {
            if (step >= room) {
                return bySeconds(min, max, step);
            }
        }
        for (int months : MONTHS) {
            if (months * MONTH >= room) {
                return byMonths(min, max, months);
            }
        }
        return byMonths(min, max, MONTHS[MONTHS.length - 1]);
    }

    /** Multi-day steps count from the first whole day of the range, shorter ones from midnight. */
    private static Ticks bySeconds(double min, double max, int step) {
        long origin = step > DAY ? (long) Math.ceil(min / DAY) * DAY : 0;
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil((min - origin) / step); origin + i * step <= max; i++) {
            values.add((double) (origin + i * step));
        }
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(step < 60 ? "HH:mm:ss" : "HH:mm", Locale.ENGLISH);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
        List<String> labels = values.stream()
                .map(TimeTicks::utc)
                .map(time -> (time.toLocalTime().toSecondOfDay() == 0 ? day : clock).format(time))
                .toList();
        return new Ticks(min, max, values, labels);
    }

    private static Ticks byMonths(double min, double max, int months) {
        LocalDate first = utc(min).toLocalDate();
        LocalDate date = LocalDate.of(first.getYear(), 1, 1);
        if (months > 12) {
            date = LocalDate.of(Math.floorDiv(first.getYear(), months / 12) * (months / 12), 1, 1);
        }
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
        for (; seconds(date) <= max; date = date.plusMonths(months)) {
            if (seconds(date) >= min) {
                values.add(seconds(date));
                labels.add(date.getMonthValue() == 1 ? Integer.toString(date.getYear()) : month.format(date));
            }
        }
        return new Ticks(min, max, values, labels);
    }

    private static double seconds(LocalDate date) {
        return date.toEpochDay() * (double) Duration.ofDays(1).toSeconds();
    }

    private static LocalDateTime utc(double seconds) {
        return LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
    }
}
