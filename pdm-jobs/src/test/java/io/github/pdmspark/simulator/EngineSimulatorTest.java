package io.github.pdmspark.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSimulatorTest {

    @TempDir
    private Path folder;

    @Test
    void sameSeedGivesTheSameFilesAndAnotherSeedOthers() throws IOException {
        new EngineSimulator(3, 5).write(folder.resolve("a"));
        new EngineSimulator(3, 5).write(folder.resolve("b"));
        new EngineSimulator(3, 6).write(folder.resolve("c"));

        for (String file : List.of("train_SIM.txt", "test_SIM.txt", "RUL_SIM.txt")) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("a").resolve(file));
            assertThat(Files.readString(folder.resolve("c").resolve(file)))
                    .isNotEqualTo(Files.readString(folder.resolve("a").resolve(file)));
        }
    }

    @Test
    void everyLineHasUnitCycleSettingsAndSensors() throws IOException {
        new EngineSimulator(4, 5).write(folder);

        List<String> lines = Files.readAllLines(folder.resolve("train_SIM.txt"));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.strip().split("\\s+", -1)).hasSize(26));
        assertThat(lines.get(0)).startsWith("1 1 ");
        assertThat(Files.readAllLines(folder.resolve("RUL_SIM.txt")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(Integer.parseInt(line)).isPositive());
        assertThatThrownBy(() -> new EngineSimulator(0, 1)).hasMessageContaining("at least one engine");
    }
}
