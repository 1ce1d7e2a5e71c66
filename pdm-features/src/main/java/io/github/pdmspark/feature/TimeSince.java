package io.github.pdmspark.feature;

import java.util.List;
import java.util.stream.Stream;

/** The pair of columns of every time since something. */
final class TimeSince {

    private TimeSince() {}

    static List<String> columnNames(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of("hours_since_" + name, "never_" + name))
                .toList();
    }
}
