package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/**
 * Collects the typed columns and checks of one table and every problem of its mapping. The user's columns are renamed to
 * __pdm_c0, __pdm_c1, ... first, so that no name of theirs can meet one of ours or a SQL keyword.
 */
final class TableTyping {

    static final String WHITE_SPACE = " \t\r\n\u00a0";

    private static final Set<String> OURS = Set.of(Columns.RAW_LINE, Columns.SOURCE_FILE, Columns.MALFORMED);

    private final String table;
    private final Dataset<Row> rows;
    private final List<String> names;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, Column> typed = new LinkedHashMap<>();
    private final List<Column> parsed = new ArrayList<>();
    private final Set<String> mapped = new HashSet<>();
    private final Set<QualityRule> strict;
    private boolean parsesText;

    /** Rules in {@code strict} reject a row that they would else let pass. */
    TableTyping(String table, Dataset<Row> rows, Set<QualityRule> strict) {
        this.table = table;
        this.rows = rows;
        this.names = List.of(rows.columns());
        this.strict = Set.copyOf(strict);
        if (names.contains(Columns.MALFORMED)) {
            Column fault = col(safe(Columns.MALFORMED));
            check(QualityRule.MALFORMED_LINE, "", fault.isNotNull(), fault);
        }
    }

    /** The safe name and type of the user's column, or empty after a problem was noted. */
    Optional<UserColumn> resolve(@Nullable String name, String declaredBy) {
        if (name == null) {
            problem(
                    ErrorCondition.PDM_MAPPING_INCOMPLETE,
                    "Table '" + table + "' does not say which column it uses for ." + declaredBy + "(...).",
                    "add ." + declaredBy + "(\"column\"). Found: " + userNames() + ".");
            return Optional.empty();
        }
        List<String> sameLetters =
                names.stream().filter(found -> found.equalsIgnoreCase(name)).toList();
        if (sameLetters.size() > 1) {
            problem(
                    ErrorCondition.PDM_COLUMN_AMBIGUOUS,
                    "Table '" + table + "' has columns " + sameLetters + ", which Spark cannot tell apart.",
                    "rename or drop one of them before the table is mapped.");
            return Optional.empty();
        }
        if (!names.contains(name)) {
            problem(
                    ErrorCondition.PDM_COLUMN_NOT_FOUND,
                    "Table '" + table + "' has no column '" + name + "'.\nFound: " + userNames() + "."
                            + Suggestion.sentence(name, names) + HeaderHint.of(userColumns()),
                    "correct the name in ." + declaredBy + "(...).");
            return Optional.empty();
        }
        UserColumn column = new UserColumn(name, safe(name), typeOf(name));
        parsesText |= column.typeName().equals("string");
        mapped.add(name);
        return Optional.of(column);
    }

    /** Text of an id or name without white space around it; NULL when nothing is left. A number has none to lose. */
    Column text(UserColumn column) {
        if (!column.typeName().equals("string")) {
            return col(column.safeName()).cast("string");
        }
        Column trimmed = trim(col(column.safeName()).cast("string"), WHITE_SPACE);
        return org.apache.spark.sql.functions.nullif(trimmed, lit(""));
    }

    /** A costly value that several checks read: computed once per row. */
    Column once(Column costly) {
        String name = "__pdm_p" + parsed.size();
        parsed.add(costly.as(name));
        return col(name);
    }

    void add(String name, Column value) {
        if (typed.putIfAbsent(name, value) != null) {
            problem(
                    ErrorCondition.PDM_MAPPING_INCOMPLETE,
                    "Table '" + table + "' maps two columns to '" + name + "'.",
                    "give each its own name.");
        }
    }

    void check(QualityRule rule, String column, Column broken, Column value) {
        check(rule, column, broken, value, List.of());
    }

    void check(QualityRule rule, String column, Column broken, Column value, List<String> allowed) {
        QualityRule.Action action = strict.contains(rule) ? QualityRule.Action.QUARANTINE : rule.action();
        checks.add(new Check(rule, action, column, broken, value.cast("string"), allowed));
    }

    void problem(ErrorCondition condition, String message, String fix) {
        problems.add(new Problem(condition, message, fix));
    }

    String table() {
        return table;
    }

    /** Ends the collection: the typed table, or an exception with all problems of the mapping. */
    TypedTable finish(
            List<String> key, List<String> values, List<String> vocabularies, boolean dated, double maxShare) {
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        List<Column> all = new ArrayList<>();
        all.add(col("*"));
        typed.forEach((name, value) -> all.add(value.as(name)));
        all.add(raw().as(TypedTable.RAW));
        all.add((names.contains(Columns.SOURCE_FILE)
                        ? regexp_replace(col(safe(Columns.SOURCE_FILE)), "(?<=://)[^/]*@", "***@")
                        : lit(null).cast("string"))
                .as(TypedTable.FILE));
        all.add(guarded(anyOf(checks.stream().filter(Check::rejects).toList())).as(TypedTable.REJECTED));
        all.add(guarded(anyOf(checks)).as(TypedTable.CONSPICUOUS));
        Dataset<Row> result = withParsed(rows.toDF(safeNames())).select(all.toArray(Column[]::new));
        return new TypedTable(table, result, checks, key, values, vocabularies, ignored(), dated, maxShare);
    }

    private Dataset<Row> withParsed(Dataset<Row> safe) {
        return safe.select(Stream.concat(Stream.of(col("*")), parsed.stream()).toArray(Column[]::new));
    }

    private static Column anyOf(List<Check> some) {
        return some.stream().map(Check::broken).reduce(lit(false), Column::or);
    }

    /**
     * In a table of text, keeps a filter above the columns that it reads: Spark would otherwise copy the parsing of a value
     * into every condition on it. A table of typed columns stays transparent, so that filters reach its source.
     */
    private Column guarded(Column condition) {
        return parsesText
                ? when(monotonically_increasing_id().lt(0), lit(false)).otherwise(condition)
                : condition;
    }

    private Column raw() {
        if (names.contains(Columns.RAW_LINE)) {
            return col(safe(Columns.RAW_LINE));
        }
        return to_json(struct(names.stream()
                .filter(name -> !OURS.contains(name))
                .map(name -> col(safe(name)).cast("string").as(name))
                .toArray(Column[]::new)));
    }

    private String[] safeNames() {
        return names.stream().map(this::safe).toArray(String[]::new);
    }

    private String safe(String name) {
        return "__pdm_c" + names.indexOf(name);
    }

    private DataType typeOf(String name) {
        return Arrays.stream(rows.schema().fields())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .dataType();
    }

    private String userNames() {
        return String.join(", ", userColumns());
    }

    private List<String> userColumns() {
        return names.stream().filter(name -> !OURS.contains(name)).toList();
    }

    private List<String> ignored() {
        return userColumns().stream().filter(name -> !mapped.contains(name)).toList();
    }

    /** A column of the user's table: its own name, the safe one, its type. */
    record UserColumn(String name, String safeName, DataType type) {

        String typeName() {
            return type.catalogString().toLowerCase(Locale.ROOT);
        }
    }
}
