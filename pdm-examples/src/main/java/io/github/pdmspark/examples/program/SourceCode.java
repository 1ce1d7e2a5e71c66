package io.github.pdmspark.examples.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source of a program, so that the code in its report is the code that ran; the jar carries it beside the classes. */
public final class SourceCode {

    private final String file;
    private final List<String> lines;

    private SourceCode(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The source of a top-level class of this module. */
    public static SourceCode of(Class<?> program) {
        String file = program.getSimpleName() + ".java";
        try (InputStream resource = program.getResourceAsStream(file)) {
            String text = resource == null
                    ? Files.readString(checkout(program.getName().replace('.', '/') + ".java"))
                    : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new SourceCode(file, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the source of " + program.getName() + ".", e);
        }
    }

    /** The lines between {@code // region name} and {@code // endregion}, moved to the left margin. */
    public String region(String name) {
        List<String> region = lines.stream()
                .dropWhile(line -> !line.strip().equals("// region " + name))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// endregion"))
                .toList();
        if (region.isEmpty()) {
            throw new IllegalArgumentException(file + " has no region '" + name + "'.");
        }
        return region.stream().collect(Collectors.joining("\n")).stripIndent().strip();
    }

    /** Classes that an IDE compiled have their sources in the checkout only. */
    private static Path checkout(String file) {
        return Stream.of("src/main/java", "pdm-examples/src/main/java")
                .map(folder -> Path.of(folder, file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The source " + file
                        + " is neither on the class path nor below the working folder. Use the jar of the build."));
    }
}
