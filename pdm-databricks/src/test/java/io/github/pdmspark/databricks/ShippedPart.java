package io.github.pdmspark.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A component of the bill of materials.
 *
 * @param group of its Maven coordinates
 * @param name of its Maven coordinates
 * @param licences names or SPDX identifiers, none if its authors state none
 */
record ShippedPart(String group, String name, List<String> licences) {

    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0");

    static List<ShippedPart> read(Path bom) throws IOException {
        List<ShippedPart> parts = new ArrayList<>();
        for (JsonNode part : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            List<String> licences = StreamSupport.stream(part.path("licenses").spliterator(), false)
                    .map(ShippedPart::licence)
                    .toList();
            parts.add(new ShippedPart(
                    part.path("group").asText(), part.path("name").asText(), licences));
        }
        return parts;
    }

    private static String licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        return licence.path("id")
                .asText(licence.path("name").asText(entry.path("expression").asText()));
    }

    boolean isOurs() {
        return group.equals("io.github.pdmspark");
    }

    /** One licence of the families is enough: who offers several lets the user choose. */
    boolean isAllowed() {
        return licences.stream().anyMatch(ALLOWED::contains);
    }
}
