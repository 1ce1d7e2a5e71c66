package io.github.pdmspark.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void textAndAttributesAreEscaped() {
        assertThat(Element.of("td")
                        .with("title", "\"a' & <b>")
                        .text("</td><script>")
                        .toString())
                .isEqualTo("<td title=\"&quot;a&#39; &amp; &lt;b&gt;\">&lt;/td&gt;&lt;script&gt;</td>\n");
    }

    @Test
    void controlCharactersDoNotReachThePage() {
        assertThat(Element.of("p").text("a\u0000b\u001bc\n").toString()).isEqualTo("<p>a\uFFFDb\uFFFDc\n</p>\n");
    }

    @Test
    void coordinatesHaveTwoDecimalsAtMost() {
        assertThat(Element.decimal(1.005)).isIn("1", "1.01");
        assertThat(Element.decimal(100)).isEqualTo("100");
        assertThat(Element.decimal(-0.001)).isEqualTo("0");
        assertThat(Element.decimal(12.5)).isEqualTo("12.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.decimal(Double.NaN))
                .withMessageContaining("A coordinate is NaN");
    }
}
