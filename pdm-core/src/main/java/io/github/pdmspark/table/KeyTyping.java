package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.TableTyping.UserColumn;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** The columns that every table shares: machine, event time, known time. */
final class KeyTyping {

    private static final Set<String> ID_TYPES = Set.of("string", "tinyint", "smallint", "int", "bigint");
    private static final Set<String> WHOLE_NUMBERS = Set.of("tinyint", "smallint", "int", "bigint");
    private static final Set<String> CALENDAR_WITHOUT_ZONE = Set.of("date", "timestamp_ntz");
    private static final Set<String> TEXT_OR_NUMBER =
            Set.of("string", "tinyint", "smallint", "int", "bigint", "float", "double");
    private static final String EARLIEST = "1971-01-01 00:00:00Z";
    private static final String LATEST = "2100-01-01 00:00:00Z";
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final TableTyping typing;
    private final TableDefaults defaults;

    KeyTyping(TableTyping typing, TableDefaults defaults) {
        this.typing = typing;
        this.defaults = defaults;
    }

    void addMachineId(@Nullable String name) {
        typing.resolve(name, "machineId").ifPresent(column -> {
            if (!isId(column)) {
                typing.problem(
                        ErrorCondition.PDM_COLUMN_TYPE,
                        "Column '" + column.name() + "' of table '" + typing.table() + "' is " + column.typeName()
                                + "; a machine id is text or a whole number.",
                        "cast it to STRING before the table is mapped.");
                return;
            }
            Column raw = col(column.safeName());
            Column id = typing.text(column);
            typing.add(Columns.MACHINE_ID, id);
            boolean number = WHOLE_NUMBERS.contains(column.typeName());
            if (number) {
                typing.add(TypedTable.MACHINE_NUMBER, raw.cast("bigint"));
            }
            typing.check(QualityRule.KEY_MISSING, column.name(), (number ? raw : id).isNull(), raw);
        });
    }

    void addTimes(Source source) {
        addEvent(source).ifPresent(time -> addKnownAt(time, source, zone(source)));
    }

    /** A time and when what it begins is over, both known as they happen. */
    void addInterval(Source source, @Nullable String until) {
        addEvent(source).ifPresent(begin -> {
            typing.add(Columns.KNOWN_AT, begin.value());
            typing.resolve(until, "until").ifPresent(column -> addEnd(begin, column, source));
        });
    }

    private void addEnd(TimeColumn begin, UserColumn column, Source source) {
        parse(column, source.format(), zone(source)).ifPresent(end -> {
            Column raw = col(column.safeName());
            checkReadable(end, column);
            typing.check(
                    QualityRule.END_NOT_AFTER_START, column.name(), end.value().leq(begin.value()), raw);
            typing.add(Columns.UNTIL, end.value());
        });
    }

    private Optional<TimeColumn> addEvent(Source source) {
        Optional<TimeColumn> event = typing.resolve(source.time(), "time")
                .flatMap(column -> parse(column, source.format(), zone(source))
                        .map(time -> checkEvent(time, column, source.format())));
        event.ifPresent(time -> typing.add(Columns.EVENT_TIME, time.value()));
        return event;
    }

    private Optional<ZoneId> zone(Source source) {
        return Optional.ofNullable(source.zone()).or(defaults::zone);
    }

    /** A time that may be missing; one that cannot be read rejects the row. */
    void addTime(String name, String canonical, String declaredBy) {
        typing.resolve(name, declaredBy).ifPresent(column -> parse(column, TimeFormat.automatic(), defaults.zone())
                .ifPresent(time -> {
                    Column unreadable = time.present().and(time.value().isNull());
                    typing.check(QualityRule.TIME_UNREADABLE, column.name(), unreadable, col(column.safeName()));
                    typing.add(canonical, time.value());
                }));
    }

    private void addKnownAt(TimeColumn event, Source source, Optional<ZoneId> zone) {
        if (source.knownAt() == null) {
            typing.add(Columns.KNOWN_AT, plus(event.value(), source));
            return;
        }
        typing.resolve(source.knownAt(), "knownAt")
                .ifPresent(column -> parse(column, source.format(), zone).ifPresent(known -> {
                    Column raw = col(column.safeName());
                    typing.check(
                            QualityRule.KNOWN_TIME_UNREADABLE,
                            column.name(),
                            known.present().and(known.value().isNull()),
                            raw);
                    typing.check(
                            QualityRule.KNOWN_BEFORE_EVENT,
                            column.name(),
                            known.value().lt(event.value()),
                            raw);
                    Column visible = greatest(coalesce(known.value(), event.value()), event.value());
                    typing.add(Columns.KNOWN_AT, plus(visible, source));
                }));
    }

    private static Column plus(Column time, Source source) {
        return source.delay().isZero()
                ? time
                : timestamp_micros(unix_micros(time).plus(lit(Micros.of(source.delay()))));
    }

    private TimeColumn checkEvent(TimeColumn time, UserColumn column, TimeFormat format) {
        Column raw = col(column.safeName());
        typing.check(QualityRule.TIME_MISSING, column.name(), not(time.present()), raw);
        checkReadable(time, column);
        if (!(format instanceof TimeFormat.Count)) {
            Column outside = time.value()
                    .lt(lit(EARLIEST).cast("timestamp"))
                    .or(time.value().geq(lit(LATEST).cast("timestamp")));
            typing.check(QualityRule.TIME_RANGE, column.name(), outside, raw);
            defaults.readAt()
                    .map(readAt -> time.value().gt(lit(readAt.plus(ONE_DAY))))
                    .ifPresent(future -> typing.check(QualityRule.TIME_IN_FUTURE, column.name(), future, raw));
        }
        return time;
    }

    private void checkReadable(TimeColumn time, UserColumn column) {
        Column raw = col(column.safeName());
        Column unreadable = time.present().and(time.value().isNull());
        typing.check(QualityRule.ZONE_MISSING, column.name(), time.zoneMissing(), raw);
        typing.check(QualityRule.TIME_UNREADABLE, column.name(), unreadable.and(not(time.zoneMissing())), raw);
    }

    private Optional<TimeColumn> parse(UserColumn column, TimeFormat format, Optional<ZoneId> zone) {
        return read(column, format, zone)
                .map(time -> column.typeName().equals("timestamp") ? time : once(time))
                .map(time -> checkClock(time, column, zone));
    }

    private TimeColumn once(TimeColumn time) {
        return new TimeColumn(
                typing.once(time.value()),
                time.present(),
                time.zoneMissing(),
                time.wall().map(typing::once));
    }

    private TimeColumn checkClock(TimeColumn time, UserColumn column, Optional<ZoneId> zone) {
        time.wall().ifPresent(wall -> {
            DaylightSaving clock = DaylightSaving.of(zone.orElseThrow());
            Column raw = col(column.safeName());
            typing.check(QualityRule.DST_GAP, column.name(), clock.skipped(time.value(), wall), raw);
            typing.check(QualityRule.DST_AMBIGUOUS, column.name(), clock.twice(time.value(), wall), raw);
        });
        return time;
    }

    private Optional<TimeColumn> read(UserColumn column, TimeFormat format, Optional<ZoneId> zone) {
        String type = column.typeName();
        if (format instanceof TimeFormat.Epoch epoch && isTextOrNumber(type)) {
            return Optional.of(TimeColumn.ofCount(column.safeName(), epoch.unit()));
        }
        if (format instanceof TimeFormat.Count count && isTextOrNumber(type)) {
            return Optional.of(TimeColumn.ofCount(column.safeName(), count.unit()));
        }
        if (format instanceof TimeFormat.Pattern pattern && type.equals("string")) {
            return withZone(
                    column,
                    zone,
                    TimeColumn.hasZone(pattern.pattern()),
                    () -> TimeColumn.ofPattern(column.safeName(), pattern.pattern(), zone));
        }
        if (format instanceof TimeFormat.Automatic) {
            return automatic(column, type, zone);
        }
        return refuse(column, "does not fit " + format);
    }

    private Optional<TimeColumn> automatic(UserColumn column, String type, Optional<ZoneId> zone) {
        if (type.equals("timestamp")) {
            return Optional.of(TimeColumn.ofTimestamp(column.safeName()));
        }
        if (type.equals("string")) {
            return Optional.of(TimeColumn.ofIsoText(column.safeName(), zone));
        }
        if (CALENDAR_WITHOUT_ZONE.contains(type)) {
            return withZone(column, zone, false, () -> TimeColumn.ofIsoText(column.safeName(), zone));
        }
        return refuse(column, "is not a time");
    }

    private Optional<TimeColumn> withZone(
            UserColumn column, Optional<ZoneId> zone, boolean zoneInside, Supplier<TimeColumn> time) {
        if (zone.isEmpty() && !zoneInside) {
            typing.problem(
                    ErrorCondition.PDM_MAPPING_INCOMPLETE,
                    "Column '" + column.name() + "' of table '" + typing.table() + "' holds times without a zone.",
                    "state it with .zone(ZoneOffset.UTC) or .zone(ZoneId.of(\"America/New_York\")).");
            return Optional.empty();
        }
        return Optional.of(time.get());
    }

    private Optional<TimeColumn> refuse(UserColumn column, String why) {
        typing.problem(
                ErrorCondition.PDM_COLUMN_TYPE,
                "Column '" + column.name() + "' of table '" + typing.table() + "' is " + column.typeName() + ", which "
                        + why + ".",
                "state the format: .time(\"" + column.name()
                        + "\", TimeFormat.epochSeconds()), epochMillis(), count(unit) or pattern(...).");
        return Optional.empty();
    }

    private static boolean isTextOrNumber(String type) {
        return TEXT_OR_NUMBER.contains(type) || type.startsWith("decimal");
    }

    private static boolean isId(UserColumn column) {
        String type = column.typeName();
        return ID_TYPES.contains(type)
                || type.startsWith("varchar")
                || type.startsWith("char")
                || (type.startsWith("decimal") && type.endsWith(",0)"));
    }
}
