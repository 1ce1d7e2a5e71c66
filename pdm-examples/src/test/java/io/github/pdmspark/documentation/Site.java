package io.github.pdmspark.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documentation as a static site: every page is one HTML file that needs no other, at the place of its Markdown file. Pages that
 * are linked from the README, and those that are linked from them, make up the site.
 */
final class Site {

    private final Path root;
    private final Path out;

    Site(Path root, Path out) {
        this.root = root.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
    }

    /** Builds the site of the project around the working folder; the only argument is the folder to write to. */
    public static void main(String[] args) throws IOException {
        Site site = new Site(projectRoot(), Path.of(args[0]));
        System.out.println(site.build().size() + " pages: " + site.out.resolve("index.html"));
    }

    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CHANGELOG.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Writes all pages and what they link to; gives the Markdown files and folders, relative to the root. */
    Set<Path> build() throws IOException {
        Set<Path> seen = new TreeSet<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!waiting.isEmpty()) {
            Path page = waiting.remove();
            if (seen.add(page)) {
                write(page, waiting);
            }
        }
        return seen;
    }

    private void write(Path page, Deque<Path> waiting) throws IOException {
        SitePage read = Files.isDirectory(root.resolve(page)) ? contents(page) : SitePage.read(root, page);
        Path target = out.resolve(SitePage.target(root, page));
        Files.createDirectories(target.getParent());
        Files.writeString(target, read.html());
        for (Path linked : read.linked()) {
            if (SitePage.isPage(root, linked)) {
                waiting.add(linked);
            } else if (Files.isRegularFile(root.resolve(linked)) && !Files.exists(out.resolve(linked))) {
                Files.createDirectories(out.resolve(linked).getParent());
                Files.copy(root.resolve(linked), out.resolve(linked));
            }
        }
    }

    /** A folder is a list of its pages. */
    private SitePage contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            String list = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> "- [" + SitePage.title(file) + "](" + file.getFileName() + ")")
                    .collect(Collectors.joining("\n"));
            String name = folder.getFileName().toString();
            String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return SitePage.of(root, folder.resolve("index.md"), "# " + title + "\n\n" + list + "\n");
        }
    }
}
