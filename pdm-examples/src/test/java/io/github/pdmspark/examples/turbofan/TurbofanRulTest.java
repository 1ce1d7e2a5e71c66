package io.github.pdmspark.examples.turbofan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class TurbofanRulTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    TurbofanRulTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    @Tag("slow")
    void simulatedEnginesGiveEveryCell() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        TurbofanSettings settings = new TurbofanSettings(Optional.empty(), "FD001", 3, folder, 12, 12, 7);

        EngineVerdict verdict = new TurbofanRul(spark, settings, stream(printed)).run();

        String page = Files.readString(folder.resolve("report.html"));
        for (String cell : new String[] {
            "Is every cycle accounted for?",
            "3 operating regime(s)",
            "How many rows did each model learn from?",
            "Which features does the forest use most?",
            "Which features do the hazards use most?",
            "How far off are predictions at the last cycle of each test engine?",
            "Do 80 % intervals of the hazards hold the true life?",
            "Do predictions agree with the truth?",
            "change over its life?"
        }) {
            assertThat(page).contains(cell);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains(cell);
        }
        assertThat(page).contains("<svg").doesNotContain("<script");
        assertThat(verdict.last()).hasSize(12);
        assertThat(rootMeanSquare(verdict, EngineLife::forest)).isLessThan(rootMeanSquare(verdict, life -> 40));
        assertThat(verdict.last()).allSatisfy(life -> assertThat(life.low()).isLessThanOrEqualTo(life.median()));
        assertThat(verdict.coverage().inside().total()).isEqualTo(12);
    }

    @Test
    void missingFileIsNamed() {
        TurbofanSettings settings = new TurbofanSettings(Optional.of(folder), "FD009", 1, folder, 0, 5, 1);

        assertThatThrownBy(() -> new TurbofanRul(spark, settings, stream(new ByteArrayOutputStream())).run())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("neither train_FD009.txt nor train_FD009.txt.gz");
    }

    @Test
    void settingThatIsNoNumberNamesItself() {
        System.setProperty("pdm.engines", "many");
        try {
            assertThatThrownBy(TurbofanSettings::fromSystemProperties)
                    .hasMessage("-Dpdm.engines=many is not a whole number.");
        } finally {
            System.clearProperty("pdm.engines");
        }
    }

    private static double rootMeanSquare(EngineVerdict verdict, ToDoubleFunction<EngineLife> model) {
        return verdict.capped(model).rootMeanSquare().value().orElseThrow();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
