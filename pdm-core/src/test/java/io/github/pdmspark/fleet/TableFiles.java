package io.github.pdmspark.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables written as files and read back through the public readers, and what is expected of bad ones. */
record TableFiles(SparkSession spark, Path folder) {

    static final String HEADER = "machineID,datetime,volt";

    /** Writes a CSV file of lines and gives its path. */
    String write(String name, String... lines) {
        return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset<Row> csv(String name, String... lines) {
        return CsvFiles.withCommas().read(spark, write(name, lines));
    }

    /** Telemetry with the usual header and these lines. */
    Telemetry telemetry(String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = HEADER;
        System.arraycopy(lines, 0, all, 1, lines.length);
        return telemetry(csv("telemetry.csv", all));
    }

    static Telemetry telemetry(Dataset<Row> rows) {
        return Telemetry.from(rows).machineId("machineID").time("datetime").sensors("volt");
    }

    /** Two good readings of machine 1, ten days apart. */
    Telemetry good() {
        return telemetry("1,2015-01-01 06:00:00,170", "1,2015-01-11 06:00:00,171");
    }

    ErrorLog errors(String... lines) {
        return ErrorLog.from(csv("errors.csv", header("machineID,datetime,errorID", lines)))
                .machineId("machineID")
                .time("datetime")
                .code("errorID");
    }

    FailureLog failures(String... lines) {
        return FailureLog.from(csv("failures.csv", header("machineID,datetime,failure", lines)))
                .machineId("machineID")
                .time("datetime")
                .component("failure");
    }

    Machines machines(String... lines) {
        return Machines.from(csv("machines.csv", header("machineID,model,age", lines)))
                .machineId("machineID")
                .categorical("model")
                .numeric("age");
    }

    private static String[] header(String header, String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = header;
        System.arraycopy(lines, 0, all, 1, lines.length);
        return all;
    }

    /** Fails unless the code refuses with this condition and every part is in the message. */
    static void refused(ErrorCondition condition, Runnable code, String... parts) {
        PdmException refusal = catchThrowableOfType(PdmException.class, code::run);
        assertThat(refusal).as("no refusal with " + condition).isNotNull();
        assertThat(refusal.problems())
                .extracting(problem -> problem.condition())
                .contains(condition);
        assertThat(refusal.getMessage()).contains(parts).contains("\nFix: ");
    }

    /** Fails unless exactly these rows are in the quarantine: rule, column, value, raw. */
    static void quarantined(FleetHistory history, List<?>... expected) {
        List<List<?>> found = new ArrayList<>();
        for (Row row : history.quarantine()
                .rows()
                .select("rule", "column", "value", "raw")
                .collectAsList()) {
            found.add(List.of(row.getString(0), row.getString(1), row.getString(2), row.getString(3)));
        }
        assertThat(found).containsExactlyInAnyOrder(expected);
        assertThat(history.quarantine()
                        .rows()
                        .where("source_file not like 'file:%.csv'")
                        .count())
                .isZero();
    }

    static Finding finding(FleetHistory history, String rule) {
        return history.quality().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + history.quality()));
    }
}
