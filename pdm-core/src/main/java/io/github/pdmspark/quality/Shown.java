package io.github.pdmspark.quality;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value fit for a message: short and on one line. */
final class Shown {

    static final int LONGEST = 80;
    static final String CONTROL = "\\p{Cntrl}";

    private static final int MOST = 10;
    private static final Pattern CONTROLS = Pattern.compile(CONTROL);

    private Shown() {}

    /** At most ten names. */
    static String list(List<String> names) {
        String shown = names.stream().limit(MOST).map(Shown::of).collect(Collectors.joining(", "));
        return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
    }

    static String of(String value) {
        String cut = value.substring(0, Math.min(LONGEST, value.length()));
        return CONTROLS.matcher(cut).replaceAll("?");
    }
}
