package io.github.pdmspark.error;

import java.util.regex.Pattern;

/** Text without what must not be shown: user names, passwords and signatures in addresses. */
public final class Redaction {

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s'\"]*@");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.-]*(?:password|passwd|secret|token|signature|\\bsig|api[._-]?key|account[._-]?key|"
                    + "access[._-]?key|credential)[\\w.-]*\\s*[=:]\\s*)[^\\s&;,'\"]+");

    private Redaction() {}

    /** The text with {@code ***} in the place of every user info of an address and every value named like a secret. */
    public static String of(String text) {
        return SECRET.matcher(USER_INFO.matcher(text).replaceAll("***@")).replaceAll("$1***");
    }
}
