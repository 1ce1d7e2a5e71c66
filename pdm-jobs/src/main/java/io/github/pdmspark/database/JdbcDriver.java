package io.github.pdmspark.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The drivers that may be loaded. A URL decides which class runs and, through its parameters, what that class loads; so both
 * are lists of what is known to be harmless.
 */
enum JdbcDriver {
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver"),
    SQLSERVER("jdbc:sqlserver:", "com.microsoft.sqlserver.jdbc.SQLServerDriver"),
    ORACLE("jdbc:oracle:thin:", "oracle.jdbc.OracleDriver"),
    MARIADB("jdbc:mariadb:", "org.mariadb.jdbc.Driver");

    private static final Pattern PARAMETER = Pattern.compile("[?&;]([^=&;]*)");
    private static final Set<String> HARMLESS = Set.of(
            "applicationname",
            "connecttimeout",
            "currentschema",
            "database",
            "databasename",
            "encrypt",
            "logintimeout",
            "rewritebatchedinserts",
            "sockettimeout",
            "ssl",
            "sslmode",
            "targetservertype",
            "trustservercertificate");

    private final String prefix;
    private final String className;

    JdbcDriver(String prefix, String className) {
        this.prefix = prefix;
        this.className = className;
    }

    String className() {
        return className;
    }

    /** The driver of a URL whose every parameter is on the list. */
    static JdbcDriver of(String url) {
        JdbcDriver driver = Arrays.stream(values())
                .filter(known -> url.startsWith(known.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The URL of a database begins with one of "
                        + Arrays.stream(values()).map(known -> known.prefix).collect(Collectors.joining(" "))
                        + "; '" + url.replaceAll("[/@?;].*", "") + "' is none of them."));
        Set<String> refused = new TreeSet<>();
        Matcher parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            String name = parameter.group(1).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !HARMLESS.contains(name)) {
                refused.add(parameter.group(1).strip());
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("The URL of a database may not set " + refused
                    + ": a driver can be made to load classes or files that way. Allowed: " + new TreeSet<>(HARMLESS)
                    + "; user and password are given beside the URL.");
        }
        return driver;
    }
}
