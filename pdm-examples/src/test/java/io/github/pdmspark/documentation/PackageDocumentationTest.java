package io.github.pdmspark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageDocumentationTest {

    @Test
    void everyPackageSaysWhatItTakesAndGives() throws IOException {
        List<Path> packages = packages();
        List<String> silent = new ArrayList<>();
        for (Path folder : packages) {
            Path info = folder.resolve("package-info.java");
            String text = Files.isRegularFile(info) ? Files.readString(info) : "";
            if (!text.contains("/**") || !text.contains("@NullMarked")) {
                silent.add(Site.projectRoot().relativize(folder).toString());
            }
        }
        assertThat(packages).hasSizeGreaterThan(40);
        assertThat(silent).isEmpty();
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(Site.projectRoot())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').matches(".*/pdm-[a-z]+/src/main/java/.*"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }
}
