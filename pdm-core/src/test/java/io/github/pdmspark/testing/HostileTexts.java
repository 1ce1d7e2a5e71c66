package io.github.pdmspark.testing;

import java.util.List;
import java.util.stream.Stream;

/** Texts that mean something to SQL, Spark, a shell, a path, HTML or a spreadsheet, and shall be nothing but text here. */
public final class HostileTexts {

    private static final List<String> IN_FILES = List.of(
            "x; drop table y",
            "a`b",
            "``",
            "a.b.c",
            "a.*",
            "*",
            "${env:PATH}",
            "${spark.app.name}",
            "#{1+1}",
            "../m",
            "../../etc/passwd",
            "C:\\m",
            "'); --",
            "' or '1'='1",
            "\"quoted\"",
            "tab\there",
            "=cmd()",
            "+1",
            "-1",
            "@sum",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "&lt;b&gt;",
            "reflect('java.lang.System','setProperty','pdm.pwned','1')",
            "java_method('java.lang.System','exit',1)",
            "%2e%2e%2f",
            "{{7*7}}",
            "\u202egnp.exe",
            "\ud83d\ude00",
            "x".repeat(10_000));
    private static final List<String> IN_TABLES_ONLY =
            List.of("line\nbreak", "\u0000nul", "c0", "p0", "_raw", "machine_id\u200b");

    private HostileTexts() {}

    /** Thirty that a line of a CSV file can hold. */
    public static List<String> inFiles() {
        return IN_FILES;
    }

    /** These, and those that only a cell of a table can hold or that are names inside the library. */
    public static List<String> inTables() {
        return Stream.concat(IN_FILES.stream(), IN_TABLES_ONLY.stream()).toList();
    }
}
