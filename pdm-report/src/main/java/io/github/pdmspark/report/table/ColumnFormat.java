package io.github.pdmspark.report.table;

import io.github.pdmspark.time.UtcText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the cells of one column are written: decimals, thousands and seconds are decided once for the whole column. */
record ColumnFormat(boolean isNumeric, int decimals, boolean isGrouped, boolean withSeconds) {

    static final String MISSING = "\u2013";

    static ColumnFormat of(List<?> values) {
        boolean numeric = !values.isEmpty() && values.stream().allMatch(Number.class::isInstance);
        boolean seconds = values.stream().anyMatch(ColumnFormat::hasSeconds);
        boolean grouped = values.stream().anyMatch(value -> value instanceof Number number && Numbers.isLong(number));
        return new ColumnFormat(numeric, numeric ? decimals(values) : 3, grouped, seconds);
    }

    String text(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        if (value instanceof Number number) {
            return isWhole(number)
                    ? Numbers.whole(number.longValue(), isGrouped)
                    : Numbers.fixed(number.doubleValue(), decimals, isGrouped);
        }
        if (value instanceof Duration duration) {
            return duration.isZero() || duration.isNegative() ? duration.toString() : UtcText.duration(duration);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::text).collect(Collectors.joining(", "));
        }
        LocalDateTime time = utc(value);
        return time == null ? value.toString() : Times.text(time, withSeconds);
    }

    /** Whole-number types; a double that happens to be whole keeps the decimals of its column. */
    private static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
    }

    private static int decimals(List<?> values) {
        List<Double> fractions = values.stream()
                .filter(value -> value instanceof Double || value instanceof Float || value instanceof BigDecimal)
                .map(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .toList();
        return Numbers.decimalsFor(fractions);
    }

    private static boolean hasSeconds(Object value) {
        LocalDateTime time = utc(value);
        return time != null && (time.getSecond() != 0 || time.getNano() != 0);
    }

    /** The value as a UTC date-time, null when it is not one. */
    private static @Nullable LocalDateTime utc(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return LocalDateTime.ofInstant(timestamp.toInstant(), ZoneOffset.UTC);
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof LocalDateTime local ? local : null;
    }
}
