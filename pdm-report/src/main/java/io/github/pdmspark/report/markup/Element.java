package io.github.pdmspark.report.markup;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One HTML or SVG element under construction. Text and attribute values are escaped and there is no way around it: a
 * machine called {@code <script>} stays text.
 */
public final class Element {

    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> children = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** An empty element. */
    public static Element of(String name) {
        return new Element(name);
    }

    /** Sets an attribute. */
    @CanIgnoreReturnValue
    public Element with(String attribute, String value) {
        attributes.put(attribute, Escaped.attribute(value));
        return this;
    }

    /** Sets an attribute to a length or position with at most two decimals. */
    @CanIgnoreReturnValue
    public Element with(String attribute, double value) {
        return with(attribute, decimal(value));
    }

    /** The escaped value of an attribute, empty when it is not set. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Appends text. */
    @CanIgnoreReturnValue
    public Element text(String text) {
        children.add(Escaped.text(text));
        return this;
    }

    /** Appends an element as it is now; later changes to it have no effect here. */
    @CanIgnoreReturnValue
    public Element add(Element child) {
        children.add(child.toString());
        return this;
    }

    /** Appends elements in order. */
    @CanIgnoreReturnValue
    public Element addAll(Iterable<Element> elements) {
        elements.forEach(this::add);
        return this;
    }

    /** A number for a coordinate: two decimals at most, no trailing zeros, a point whatever the locale. */
    public static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A coordinate is " + value + ". Leave such points out before drawing.");
        }
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The markup. */
    @Override
    public String toString() {
        StringBuilder markup = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) ->
                markup.append(' ').append(attribute).append("=\"").append(value).append('"'));
        markup.append('>');
        if (!VOID.contains(name)) {
            children.forEach(markup::append);
            markup.append("</").append(name).append(">\n");
        }
        return markup.toString();
    }
}
