package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;

import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * A column of time as a UTC timestamp, read the same way in every session zone: text always gets a zone of its own before
 * Spark sees it.
 *
 * @param value the timestamp, NULL where there is none or it cannot be read
 * @param present whether there is anything to read
 * @param zoneMissing whether it is text that lacks a zone while the table states none
 * @param wall where local times may not be unique, the local time as if it were UTC; NULL for text with a zone of its own
 */
record TimeColumn(Column value, Column present, Column zoneMissing, Optional<Column> wall) {

    /** The length of {@code 2015-01-01 06:00:00}: no regular expression is needed to see that it has no zone. */
    private static final int CANONICAL_LENGTH = 19;

    private static final String DATE = "^\\d{4}-\\d{2}-\\d{2}$";
    private static final String TO_THE_MINUTE = "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}:\\d{2}$";
    private static final String WITH_ZONE =
            "^\\S+[ T]\\d{1,2}:.*(Z|[+-]\\d{1,2}(:?\\d{2})?|UTC|GMT|[A-Za-z_]+/[A-Za-z_/]+)$";
    private static final String ZONE_LETTERS = ".*[VzOXxZ].*";

    /** A TIMESTAMP column. */
    static TimeColumn ofTimestamp(String column) {
        return new TimeColumn(col(column), col(column).isNotNull(), lit(false), Optional.empty());
    }

    /** Text, or DATE and TIMESTAMP_NTZ as text, in ISO form; {@code column} is a plain name. */
    static TimeColumn ofIsoText(String column, Optional<ZoneId> zone) {
        String text = "trim(cast(" + column + " as string))";
        String canonical = "(length(" + text + ") = " + CANONICAL_LENGTH + " and substring(" + text + ", 17, 1) = ':')";
        String full = "case when " + canonical + " then " + text + " when " + text
                + " rlike r'" + DATE + "' then concat(" + text + ", ' 00:00:00') when " + text + " rlike r'"
                + TO_THE_MINUTE + "' then concat(" + text + ", ':00') else " + text + " end";
        String zoned = "(not " + canonical + " and " + text + " rlike r'" + WITH_ZONE + "')";
        String suffix = zone.map(id -> "' " + id.getId() + "'").orElse("cast(null as string)");
        Column value = expr("try_cast(case when " + zoned + " then " + text + " else concat(" + full + ", " + suffix
                + ") end as timestamp)");
        Column present = present(expr(text));
        Column zoneMissing = zone.isPresent() ? lit(false) : present.and(not(coalesce(expr(zoned), lit(false))));
        Column wall = expr("try_cast(case when not " + zoned + " then concat(" + full + ", ' UTC') end as timestamp)");
        return new TimeColumn(value, present, zoneMissing, changesClocks(zone) ? Optional.of(wall) : Optional.empty());
    }

    /** Text in a pattern; without a zone in the pattern, {@code zone} must be given. */
    static TimeColumn ofPattern(String column, String pattern, Optional<ZoneId> zone) {
        Column text = trim(col(column).cast("string"));
        Column value = hasZone(pattern)
                ? try_to_timestamp(text, lit(pattern))
                : try_to_timestamp(concat(text, lit(" " + zone.orElseThrow().getId())), lit(pattern + " VV"));
        Column wall = try_to_timestamp(concat(text, lit(" UTC")), lit(pattern + " VV"));
        return new TimeColumn(
                value,
                present(text),
                lit(false),
                !hasZone(pattern) && changesClocks(zone) ? Optional.of(wall) : Optional.empty());
    }

    private static boolean changesClocks(Optional<ZoneId> zone) {
        return zone.isPresent() && !zone.get().getRules().isFixedOffset();
    }

    /** Whether a pattern reads the zone itself; quoted text in it does not count. */
    static boolean hasZone(String pattern) {
        return pattern.replaceAll("'[^']*'", "").matches(ZONE_LETTERS);
    }

    /** A number of units since the epoch, as a number or as text; {@code column} is a plain name. */
    static TimeColumn ofCount(String column, Duration unit) {
        String text = "trim(cast(" + column + " as string))";
        Column value = expr("timestamp_micros(try_cast(try_multiply(try_cast(" + text + " as decimal(28,6)), cast("
                + Micros.of(unit) + " as decimal(17,0))) as bigint))");
        return new TimeColumn(value, present(expr(text)), lit(false), Optional.empty());
    }

    /** True where the text holds more than white space; never NULL. */
    static Column present(Column text) {
        return coalesce(length(text).gt(0), lit(false));
    }
}
