package io.github.pdmspark.benchmark.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Results as Markdown. */
public final class Markdown {

    private Markdown() {}

    /** The page of the documentation. */
    public static String page(JsonNode results) {
        StringBuilder page = new StringBuilder("""
                # Performance

                Written by `pdm-benchmarks` from one run; do not edit. Every number is a median over paired rounds: all rows
                of a table run one after the other in one JVM, round by round, after a warm-up. A ratio is the median of
                the ratios of the rounds. CPU is that of the whole process, garbage collection and compilation included.
                All engines compute the same values (a test compares them to 1e-9); `FleetHistory.build()` is not part of
                the features and is measured apart. CPU ratios hold on a busy machine, wall times do not.

                """);
        results.get("about").properties().forEach(fact -> page.append("- ")
                .append(fact.getKey())
                .append(": ")
                .append(fact.getValue().asText())
                .append('\n'));
        for (JsonNode table : results.get("tables")) {
            page.append('\n').append(table(table));
        }
        return page.toString();
    }

    /** One table with its title. */
    public static String table(JsonNode table) {
        String baseline = table.get("baseline").asText();
        StringBuilder text = new StringBuilder("## " + table.get("title").asText() + "\n\n");
        text.append("| | CPU s | wall s | CPU against ").append(baseline).append(" | wall against it |\n");
        text.append("|---|---|---|---|---|\n");
        for (JsonNode row : table.get("rows")) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2fx | %.2fx |%n",
                    row.get("name").asText(),
                    row.get("cpu_seconds").asDouble(),
                    row.get("wall_seconds").asDouble(),
                    row.get("cpu_ratio").asDouble(),
                    row.get("wall_ratio").asDouble()));
        }
        return text.toString();
    }
}
