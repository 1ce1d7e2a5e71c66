package io.github.pdmspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the positions of all labels back from the gallery: none is cut, none covers another. */
class LayoutTest {

    private static final Pattern SVG =
            Pattern.compile("<svg [^>]*viewBox=\"0 0 (\\S+) (\\S+)\"[^>]*>(.*?)</svg>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(
            "<text x=\"([^\"]+)\" y=\"([^\"]+)\" text-anchor=\"(\\w+)\"( transform=[^>]*)?[^>]*>([^<]*)<");
    private static final double GLYPH = 6.5;
    private static final double LINE = 11;

    private final String html = Gallery.notebook(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
            .html();

    @Test
    void noLabelLeavesThePicture() {
        Matcher picture = SVG.matcher(html);
        while (picture.find()) {
            double width = Double.parseDouble(picture.group(1));
            double height = Double.parseDouble(picture.group(2));
            assertThat(boxes(picture.group(3))).allSatisfy(box -> {
                assertThat(box.left).as(box.text).isGreaterThanOrEqualTo(-1);
                assertThat(box.right).as(box.text).isLessThanOrEqualTo(width + 1);
                assertThat(box.bottom).as(box.text).isLessThanOrEqualTo(height);
                assertThat(box.top).as(box.text).isGreaterThanOrEqualTo(0);
            });
        }
    }

    @Test
    void noStraightLabelCoversAnother() {
        Matcher picture = SVG.matcher(html);
        int labels = 0;
        while (picture.find()) {
            List<Box> boxes = boxes(picture.group(3)).stream()
                    .filter(box -> !box.isSlanted)
                    .toList();
            labels += boxes.size();
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    assertThat(boxes.get(i).covers(boxes.get(j)))
                            .as(boxes.get(i) + " covers " + boxes.get(j))
                            .isFalse();
                }
            }
        }
        assertThat(labels).isGreaterThan(250);
    }

    private static List<Box> boxes(String svg) {
        List<Box> boxes = new ArrayList<>();
        Matcher text = TEXT.matcher(svg);
        while (text.find()) {
            boxes.add(Box.of(text));
        }
        return boxes;
    }

    private record Box(String text, double left, double right, double top, double bottom, boolean isSlanted) {

        static Box of(Matcher match) {
            String text = match.group(5).replaceAll("&[a-z]+;", "<");
            double width = GLYPH * text.length();
            double x = Double.parseDouble(match.group(1));
            double y = Double.parseDouble(match.group(2));
            if (match.group(4) != null) {
                double slant = Math.toRadians(40);
                return new Box(text, x - width * Math.cos(slant), x, y - LINE, y + width * Math.sin(slant), true);
            }
            double left =
                    switch (match.group(3)) {
                        case "start" -> x;
                        case "middle" -> x - width / 2;
                        default -> x - width;
                    };
            return new Box(text, left, left + width, y - LINE, y, false);
        }

        boolean covers(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
