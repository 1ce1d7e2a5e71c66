package io.github.pdmspark.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is whole: every link inside it leads to a file and an anchor, and every page can be reached. */
class LinkTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        new Site(Site.projectRoot(), folder).build();

        assertThat(broken(folder)).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheReadme() throws IOException {
        Path root = Site.projectRoot();
        Set<Path> reached = new Site(root, folder).build();

        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".md")).map(root::relativize))
                    .isSubsetOf(reached);
        }
    }

    @Test
    void brokenLinksAreFound() throws IOException {
        Path root = Files.createDirectories(folder.resolve("project"));
        Files.writeString(root.resolve("README.md"), "# A\n[gone](gone.md) [no anchor](B.md#gone) [right](B.md#b)\n");
        Files.writeString(root.resolve("B.md"), "# B\n![no image](none.svg)\n");
        Path site = folder.resolve("site");

        new Site(root, site).build();

        assertThat(broken(site))
                .contains("index.html: gone.md", "index.html: B.html#gone", "B.html: none.svg")
                .doesNotContain("index.html: B.html#b");
    }

    private static List<String> broken(Path site) throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).collect(Collectors.toList())) {
                Matcher link = LINK.matcher(read(file));
                while (link.find()) {
                    if (!leadsSomewhere(file, link.group(1))) {
                        broken.add(site.relativize(file) + ": " + link.group(1));
                    }
                }
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path from, String link) {
        if (link.matches("(https?|data|mailto):.*")) {
            return true;
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? from : from.resolveSibling(file).normalize();
        return Files.isRegularFile(target)
                && (hash < 0 || read(target).contains("id=\"" + link.substring(hash + 1) + "\""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
