package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.increment.ChildJvm;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.storage.FleetReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R19: twenty secrets go through validate, features, train, evaluate, score, monitor and report while every logger is at
 * TRACE; none of them is in a log, on the console, in a plan, a manifest, the ledger or a report.
 */
@Tag("slow")
class SecretsAtTraceTest {

    private static final Pattern CANARY = Pattern.compile("c4n4ry(\\d\\d)");
    private static final Pattern LOGGER = Pattern.compile("^\\[[A-Z]+] [\\w.$]+");
    private static final List<String> COMMANDS =
            List.of("validate", "features", "train", "evaluate", "score", "monitor", "report");

    /** Read by the job, or in the environment and the settings of every job. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PDM_READER", "c4n4ry01",
            "PDM_READER_PASSWORD", "c4n4ry02",
            "PDM_WRITER", "c4n4ry03",
            "AWS_SECRET_ACCESS_KEY", "c4n4ry05",
            "DATABRICKS_TOKEN", "c4n4ry06");

    private static final Map<String, String> SETTINGS = settings();

    /** What others write at DEBUG and TRACE and we cannot keep back; SECURITY.md names it. 01 and 03 are names of users. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "[DEBUG] org.apache.spark.sql.execution.datasources.jdbc.connection.BasicConnectionProvider",
                    Set.of("c4n4ry01", "c4n4ry02", "c4n4ry03", "c4n4ry04"),
            "[TRACE] org.postgresql.core.v3.ConnectionFactoryImpl", Set.of("c4n4ry01", "c4n4ry03"),
            "[TRACE] org.postgresql.core.v3.QueryExecutorImpl", Set.of("c4n4ry01", "c4n4ry03"));

    /** In an address, where they are refused. */
    private static final List<String[]> REFUSED = List.of(
            new String[] {"score", "--set", "model=s3a://AKIA:c4n4ry15@bucket/m"},
            new String[] {"validate", "--set", "sources.errors.from={kind: csv, path: 'hdfs://u:c4n4ry16@nn:8020/t'}"},
            new String[] {"validate", "--landing", "https://user:c4n4ry17@host/landing"},
            new String[] {"report", "--set", "sinks.reports=wasbs://u:c4n4ry18@host/r"},
            new String[] {
                "validate",
                "--set",
                "sources.errors.from={kind: jdbc, table: t, database: {url: 'jdbc:postgresql://u:c4n4ry19@host/f'}}"
            },
            new String[] {
                "score",
                "--set",
                "sinks.scores={kind: jdbc, table: t, database: {url: 'jdbc:postgresql://h/f?password=c4n4ry20'}}"
            });

    @TempDir
    private Path folder;

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.hadoop.fs.s3a.access.key", "c4n4ry07");
        settings.put("spark.hadoop.fs.s3a.secret.key", "c4n4ry08");
        settings.put("spark.hadoop.fs.s3a.session.token", "c4n4ry09");
        settings.put("spark.hadoop.fs.azure.account.key.x.dfs.core.windows.net", "c4n4ry10");
        settings.put("spark.hadoop.fs.azure.account.oauth2.client.secret", "c4n4ry11");
        settings.put("spark.ssl.keyPassword", "c4n4ry12");
        settings.put("spark.ssl.keyStorePassword", "c4n4ry13");
        settings.put("spark.executorEnv.PDM_PASSWORD", "c4n4ry14");
        settings.put("spark.redaction.regex", "(?i)secret|password|token|access[.]?key|account[.]?key");
        settings.put("spark.sql.redaction.options.regex", "(?i)url|user");
        return settings;
    }

    @Test
    void noSecretIsWrittenAnywhere() throws Exception {
        Path secret = Files.writeString(
                Files.createDirectories(folder.resolve("secret")).resolve("writer"), "c4n4ry04\n");
        Path out = Files.createDirectories(folder.resolve("out"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            prepare(server);
            Files.writeString(out.resolve("pdm.yaml"), specification(server.getPort(), secret));
            ChildJvm jvm = new ChildJvm(out.resolve("console.txt"), options(out), new HashMap<>(ENVIRONMENT));
            assertThat(jvm.run(Child.class, out.toString()))
                    .as(() -> read(out.resolve("console.txt")))
                    .isZero();
        }

        String console = read(out.resolve("console.txt"));
        COMMANDS.forEach(command -> assertThat(console).contains("ended " + command));
        assertThat(console).contains("Scan JDBC", "refused 6");
        assertThat(read(out.resolve("trace.log")))
                .as("the loggers")
                .contains("[TRACE]")
                .contains("[DEBUG]");
        assertThat(found(out)).as("who wrote a secret, and what").isEqualTo(KNOWN);
    }

    private static List<String> options(Path out) throws IOException {
        Path log4j = Files.writeString(out.resolve("log4j2.properties"), """
                rootLogger.level = trace
                rootLogger.appenderRef.file.ref = file
                appender.file.type = File
                appender.file.name = file
                appender.file.fileName = %s
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = [%%level] %%logger %%enc{%%msg}{CRLF} %%throwable%%n
                """.formatted(out.resolve("trace.log")));
        // Janino, the compiler of Spark, fails at FINE: it cannot print the type of null
        Path logging = Files.writeString(out.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                .level = ALL
                org.codehaus.level = INFO
                java.util.logging.ConsoleHandler.level = ALL
                """);
        List<String> options = new ArrayList<>(List.of(
                "-Xmx1500m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + log4j.toUri(),
                "-Djava.util.logging.config.file=" + logging));
        SETTINGS.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return options;
    }

    private void prepare(EmbeddedPostgres server) throws IOException, SQLException {
        FleetSimulator.builder().machines(4).days(40).seed(3).build().writeCsv(folder.resolve("out/fleet"));
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of("c4n4ry01", "c4n4ry03")) {
                statement.execute("create role " + role + " superuser login password 'not in any test'");
            }
            load(statement, "errors");
            load(statement, "failures");
        }
    }

    private void load(Statement statement, String table) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(folder.resolve("out/fleet").resolve(table + ".csv"));
        String columns =
                Stream.of(lines.get(0).split(",")).map(name -> name + " text").collect(Collectors.joining(","));
        statement.execute("create table " + table + " (" + columns + ")");
        for (String line : lines.subList(1, lines.size())) {
            statement.execute("insert into " + table + " values ('" + line.replace(",", "','") + "')");
        }
    }

    private String specification(int port, Path secret) {
        String url = "jdbc:postgresql://localhost:" + port + "/postgres";
        return """
                zone: UTC
                sources:
                  telemetry: {from: {kind: csv, path: %1$s/fleet/telemetry.csv}, machine_id: machineID, time: datetime,
                    sensors: [volt, rotate, pressure, vibration], sampled_every: 1h, duplicates: keep_first_known}
                  errors: {from: {kind: jdbc, table: errors, database: {url: '%2$s', user: {env: PDM_READER},
                    password: {env: PDM_READER_PASSWORD}}}, machine_id: machineid, time: datetime, code: errorid}
                  failures: {from: {kind: jdbc, table: failures, database: {url: '%2$s', user: {env: PDM_READER},
                    password: {env: PDM_READER_PASSWORD}}}, machine_id: machineid, time: datetime, component: failure}
                features:
                  every: 6h
                  compute:
                    - {kind: rolling, statistics: [mean], windows: [12h]}
                    - {kind: error_counts, windows: [24h]}
                label: {horizon: 72h}
                split: {train_until: 2015-01-25, test_from: 2015-01-30}
                trainer: {kind: logistic_regression, iterations: 3}
                policy: {kind: fixed, threshold: 0.3}
                evaluation: {match_within: 72h}
                model: %1$s/model
                scoring: {late_tolerance: 1d}
                monitoring: {window: 5d, report_delay: 1d, silent_after: 1d}
                sinks:
                  features: {kind: parquet, path: %1$s/features}
                  scores: {kind: jdbc, table: scores, database: {url: '%2$s', user: {env: PDM_WRITER}, password: {file: %3$s}}}
                  ledger: %1$s/ledger
                  reports: %1$s/reports
                """.formatted(folder.resolve("out"), url, secret);
    }

    /** Who wrote which secret: a logger with its level, or a file of any kind. */
    private static Map<String, Set<String>> found(Path out) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : lines(file)) {
                    Matcher logger = LOGGER.matcher(line);
                    String writer = logger.find()
                            ? logger.group()
                            : out.relativize(file).toString();
                    Matcher canary = CANARY.matcher(line);
                    while (canary.find()) {
                        found.computeIfAbsent(writer, key -> new TreeSet<>()).add(canary.group());
                    }
                }
            }
        }
        return found;
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.contains("c4n4ry"))
                    .forEach(lines::add);
            return lines;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All commands on the fleet, then those that are refused. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            SparkSession.Builder builder = SparkSession.builder()
                    .master("local[1]")
                    .config("spark.ui.enabled", false)
                    .config("spark.logConf", true)
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.sql.session.timeZone", "UTC")
                    .config("spark.sql.shuffle.partitions", 1);
            SparkSession spark = builder.getOrCreate();
            String spec = arguments[0] + "/pdm.yaml";
            run(spark, ExitCode.OK, "validate", "--spec", spec);
            run(spark, ExitCode.OK, "features", "--spec", spec, "--from", "2015-02-01", "--to", "2015-02-03");
            run(spark, ExitCode.OK, "train", "--spec", spec);
            run(spark, ExitCode.OK, "evaluate", "--spec", spec);
            run(spark, ExitCode.OK, "score", "--spec", spec, "--from", "2015-02-01", "--to", "2015-02-03");
            run(spark, ExitCode.FINDINGS, "monitor", "--spec", spec, "--now", "2015-02-08");
            run(spark, ExitCode.OK, "report", "--spec", spec, "--out", arguments[0] + "/report.html");
            FleetReader.read(
                            spark,
                            SpecDocument.read("pdm.yaml", Files.readString(Path.of(spec)), Map.of())
                                    .spec())
                    .errors()
                    .explain(true);
            for (String[] refused : REFUSED) {
                List<String> command = new ArrayList<>(List.of(refused));
                command.addAll(1, List.of("--spec", spec));
                run(spark, ExitCode.USAGE, command.toArray(String[]::new));
            }
            System.out.println("refused " + REFUSED.size());
            spark.stop();
        }

        private static void run(SparkSession spark, ExitCode expected, String... arguments) {
            int code = Pdm.run(spark, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err, arguments);
            if (code > ExitCode.FINDINGS.code() && code != expected.code() || expected == ExitCode.USAGE && code != 2) {
                System.out.println(String.join(" ", arguments).replaceAll("c4n4ry", "CANARY-") + " ended with " + code);
                System.exit(9);
            }
            System.out.println("ended " + arguments[0]);
        }
    }
}
