package io.github.pdmspark.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of feature and every statistic has its place in {@code docs/reference/features.md}. */
class FeatureReferenceTest {

    private static final List<String> FACTS =
            List.of("- Declared: ", "- Column: ", "- Formula: ", "- Window: ", "- Null: ", "- Unit: ");

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Feature.class.getPermittedSubclasses());
    }

    static Stream<Statistic> statistics() {
        return Arrays.stream(Statistic.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kindHasASectionWithAllFacts(Class<?> kind) throws IOException {
        String heading = "\n### `" + kind.getSimpleName() + "`\n";
        String page = page();

        assertThat(page).contains(heading);
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n##", 2)[0];
        assertThat(FACTS).allSatisfy(fact -> assertThat(section).contains("\n" + fact));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void columnsInTheExampleAreNamedAsOnThePage(Class<?> kind) throws IOException {
        Feature example = AllKinds.SPEC.features().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
        List<String> shapes = example.columnNames().stream()
                .map(name -> name.replaceAll("(24h|12h|7d|30d|_minus170).*", ""))
                .filter(name -> !name.startsWith("rotate"))
                .toList();
        String page = page();

        assertThat(shapes).isNotEmpty().allSatisfy(shape -> assertThat(page).contains("`" + shape));
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void statisticHasARowWithItsColumnName(Statistic statistic) throws IOException {
        assertThat(page()).contains("\n| `" + statistic.name() + "` | `" + statistic.columnPart() + "` | ");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "reference", "features.md"));
    }
}
