package io.github.pdmspark.cli;

import java.util.regex.Pattern;

/** Text that may be shown: without what looks like a user, a password or a key, and without control characters. */
final class Shown {

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");
    private static final Pattern SETTING =
            Pattern.compile("(?i)\\b(password|passwd|pwd|secret|token|accesskey|secretkey)(\\s*[=:]\\s*)[^\\s&;,]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private Shown() {}

    static String text(String text) {
        String masked = USER_INFO.matcher(text).replaceAll("//***@");
        masked = SETTING.matcher(masked).replaceAll("$1$2***");
        return CONTROL.matcher(masked).replaceAll("?");
    }
}
