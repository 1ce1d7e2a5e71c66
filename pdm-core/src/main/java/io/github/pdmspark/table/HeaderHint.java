package io.github.pdmspark.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the names of a table's columns give away about how its file should have been read. */
final class HeaderHint {

    private static final List<String> SEPARATORS = List.of(";", "\t", "|", ",");
    private static final Pattern DATA = Pattern.compile("[-+]?\\d+([.,]\\d+)?|\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}.*");

    private HeaderHint() {}

    /** A line of advice, or nothing. */
    static String of(List<String> names) {
        return Stream.of(separator(names), data(names))
                .flatMap(Optional::stream)
                .findFirst()
                .map(hint -> "\n" + hint)
                .orElse("");
    }

    private static Optional<String> separator(List<String> names) {
        return SEPARATORS.stream()
                .filter(separator -> names.size() == 1 && names.get(0).contains(separator))
                .findFirst()
                .map(separator -> "The fields seem to be separated by '" + separator.replace("\t", "\\t")
                        + "': CsvFiles.separatedBy('" + separator.replace("\t", "\\t") + "').");
    }

    private static Optional<String> data(List<String> names) {
        return names.stream()
                .filter(name -> DATA.matcher(name).matches())
                .findFirst()
                .map(name -> "'" + name + "' is no name but looks like data: the file may lack its header line.");
    }
}
