package io.github.pdmspark.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise R28: what we ship is known, of one family of licences, and justified. */
class BillOfMaterialsTest {

    private static final Path BOM = Path.of("target/bom.json");
    private static final Path DECISION = Path.of("../docs/decisions/0002-dependencies.md");

    @Test
    void everyPartHasALicenceOfTheFamily() throws IOException {
        List<ShippedPart> parts = ShippedPart.read(BOM);

        assertThat(parts).filteredOn(ShippedPart::isOurs).hasSize(5);
        assertThat(parts).filteredOn(part -> !part.isAllowed()).isEmpty();
    }

    @Test
    void everyForeignPartIsJustified() throws IOException {
        String decision = Files.readString(DECISION);

        assertThat(ShippedPart.read(BOM))
                .filteredOn(part -> !part.isOurs())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(decision).contains(part.group() + ":" + part.name()));
    }

    @Test
    void otherLicencesAndNoneAreFound(@TempDir Path folder) throws IOException {
        Path bom = folder.resolve("bom.json");
        Files.writeString(bom, """
                {"components": [
                  {"group": "a", "name": "copyleft", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
                  {"group": "a", "name": "unknown"},
                  {"group": "a", "name": "named", "licenses": [{"license": {"name": "Our own terms"}}]},
                  {"group": "a", "name": "choice", "licenses": [
                    {"license": {"id": "LGPL-2.1-only"}}, {"license": {"id": "MIT"}}]}
                ]}
                """);

        assertThat(ShippedPart.read(bom))
                .filteredOn(part -> !part.isAllowed())
                .extracting(ShippedPart::name)
                .containsExactly("copyleft", "unknown", "named");
    }
}
