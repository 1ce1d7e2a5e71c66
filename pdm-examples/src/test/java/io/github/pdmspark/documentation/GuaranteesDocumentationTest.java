package io.github.pdmspark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.table.QualityRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on guarantees, bad inputs and conditions say what the code says, and name only tests that exist. */
class GuaranteesDocumentationTest {

    private static final Path ROOT = root();
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/reference/guarantees.md", "docs/reference/bad-inputs.md", "SECURITY.md"})
    void namedTestsExist(String page) throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> named = TEST.matcher(read(page)).results().toList();

        assertThat(named).isNotEmpty().allSatisfy(test -> {
            assertThat(sources).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(sources.get(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void everyPromiseAndEveryInputHasOneRow() throws IOException {
        assertThat(firstCells("docs/reference/guarantees.md", "R\\d+")).containsExactlyElementsOf(numbered("R", 28));
        assertThat(firstCells("docs/reference/bad-inputs.md", "\\d+")).containsExactlyElementsOf(numbered("", 54));
    }

    @Test
    void everyConditionHasItsMeaningAndAFix() throws IOException {
        String source = read("pdm-core/src/main/java/io/github/pdmspark/error/ErrorCondition.java");
        String page = read("docs/reference/conditions.md");

        for (ErrorCondition condition : ErrorCondition.values()) {
            String meaning = Pattern.compile("/\\*\\* ([^*]+) \\*/\\s+" + condition + "\\b")
                    .matcher(source)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertThat(page)
                    .as(
                            "docs/reference/conditions.md needs a row for %s with the meaning '%s' and a fix",
                            condition, meaning)
                    .containsPattern(Pattern.quote("| `" + condition + "` | " + meaning + " | ") + "\\w.+ \\|");
        }
    }

    @Test
    void everyRuleHasItsActionAndFix() throws IOException {
        String page = read("docs/reference/conditions.md");
        for (QualityRule rule : QualityRule.values()) {
            assertThat(page)
                    .containsPattern(Pattern.quote("| `" + rule + "` | `" + rule.action() + "` | ") + "\\w.+"
                            + Pattern.quote(" | " + rule.fix() + " |"));
        }
    }

    private static List<String> numbered(String prefix, int last) {
        return java.util.stream.IntStream.rangeClosed(1, last)
                .mapToObj(i -> prefix + i)
                .toList();
    }

    private static List<String> firstCells(String page, String pattern) throws IOException {
        Pattern cell = Pattern.compile("\\| (" + pattern + ") \\|.*");
        return read(page)
                .lines()
                .map(cell::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(row -> row.group(1))
                .toList();
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            Map<String, String> sources = new TreeMap<>();
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .collect(Collectors.toList())) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                            .toList()) {
                        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                    }
                }
            }
            return sources;
        }
    }

    private static String read(String page) throws IOException {
        return Files.readString(ROOT.resolve(page));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CHANGELOG.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
