package io.github.pdmspark.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** One Markdown page of the site: its links lead to HTML, its images are in it. */
final class SitePage {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private final Path root;
    private final Path page;
    private final String title;
    private final List<Path> linked = new ArrayList<>();
    private final String body;

    private SitePage(Path root, Path page, String markdown) {
        this.root = root;
        this.page = page;
        this.title = markdown.lines()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .orElse("# " + page)
                .substring(2);
        Node document = PARSER.parse(markdown);
        document.accept(new Rewriting());
        this.body = RENDERER.render(document);
    }

    static SitePage of(Path root, Path page, String markdown) {
        return new SitePage(root, page, markdown);
    }

    static SitePage read(Path root, Path page) {
        return new SitePage(root, page, text(root.resolve(page)));
    }

    static String title(Path file) {
        return text(file).lines().findFirst().orElse("").replaceFirst("^# ", "");
    }

    /** Markdown files and folders become pages; everything else that is linked is copied. */
    static boolean isPage(Path root, Path linked) {
        return Files.isDirectory(root.resolve(linked))
                || (linked.toString().endsWith(".md") && Files.isRegularFile(root.resolve(linked)));
    }

    /** Where a page is in the site. */
    static Path target(Path root, Path page) {
        if (page.toString().equals("README.md")) {
            return Path.of("index.html");
        }
        return Files.isDirectory(root.resolve(page))
                ? page.resolve("index.html")
                : Path.of(page.toString().replaceFirst("\\.md$", ".html"));
    }

    /** What the page links to, relative to the root, whether it exists or not. */
    List<Path> linked() {
        return List.copyOf(linked);
    }

    String html() {
        String up = "../".repeat(page.getNameCount() - 1);
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title><style>%s</style></head><body>
                <nav><a href="%sindex.html">pdm</a> <a href="%sdocs/index.html">Documentation</a></nav>
                <main>
                %s</main></body></html>
                """.formatted(title.replace("&", "&amp;").replace("<", "&lt;"), style(), up, up, scrolling(body));
    }

    /** Wide tables and code scroll by themselves, the page does not. */
    private static String scrolling(String html) {
        return html.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>")
                .replace("<pre>", "<pre class=\"wide\" tabindex=\"0\">");
    }

    private static String style() {
        try (InputStream css = SitePage.class.getResourceAsStream("site.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rewriting extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            String destination = link.getDestination();
            if (!destination.matches("[a-z]+:.*|#.*")) {
                int hash = destination.indexOf('#');
                String file = hash < 0 ? destination : destination.substring(0, hash);
                String anchor = hash < 0 ? "" : destination.substring(hash);
                Path target = folder().resolve(file).normalize();
                linked.add(target);
                if (isPage(root, target)) {
                    link.setDestination(
                            folder().relativize(target(root, target)).toString().replace('\\', '/') + anchor);
                }
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            Path file = root.resolve(folder()).resolve(image.getDestination()).normalize();
            if (Files.isRegularFile(file)) {
                String type = file.toString().endsWith(".svg") ? "svg+xml" : "png";
                String data = Base64.getEncoder().encodeToString(text(file).getBytes(StandardCharsets.UTF_8));
                image.setDestination("data:image/" + type + ";base64," + data);
            }
            visitChildren(image);
        }

        private Path folder() {
            return page.getParent() == null ? Path.of("") : page.getParent();
        }
    }
}
