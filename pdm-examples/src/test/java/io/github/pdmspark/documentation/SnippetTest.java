package io.github.pdmspark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Java shown in Markdown is a region of compiled code: {@code <!-- snippet path/from/root.java#region -->} stands before the
 * block, {@code // region name} and {@code // endregion} around the code.
 */
class SnippetTest {

    private static final Path ROOT = root();
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- snippet (?<file>\\S+)#(?<region>\\S+) -->\n)?```java\n(?<code>.*?)```", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), pages.stream())
                    .map(ROOT::relativize);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaInMarkdownIsCompiledCode(Path page) {
        Matcher block = BLOCK.matcher(read(ROOT.resolve(page)));
        while (block.find()) {
            assertThat(block.group("file"))
                    .as("a snippet comment before the Java block of %s that begins with: %s", page, firstLine(block))
                    .isNotNull();
            String code = region(ROOT.resolve(block.group("file")), block.group("region"));
            assertThat(block.group("code"))
                    .as("%s#%s", page, block.group("region"))
                    .isEqualTo(code);
        }
    }

    @Test
    void readmeShowsTheProgram() {
        assertThat(read(ROOT.resolve("README.md"))).contains("FirstProgramTest.java#program -->");
    }

    @Test
    void pomOfTheTutorialIsTheOneThatRuns() {
        assertThat(read(ROOT.resolve("docs/tutorials/use-it-in-your-app.md")))
                .contains("```xml\n" + read(ROOT.resolve("scripts/third-party/project/pom.xml")) + "```");
    }

    private static String firstLine(Matcher block) {
        return block.group("code").lines().findFirst().orElse("");
    }

    private static String region(Path file, String name) {
        List<String> lines = read(file).lines().toList();
        List<String> code = lines.stream()
                .dropWhile(line -> !line.strip().equals("// region " + name))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// endregion"))
                .toList();
        assertThat(code).as("region %s of %s", name, file).isNotEmpty();
        int indent = code.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return code.stream()
                .map(line -> line.isBlank() ? "\n" : line.substring(indent) + "\n")
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CHANGELOG.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
