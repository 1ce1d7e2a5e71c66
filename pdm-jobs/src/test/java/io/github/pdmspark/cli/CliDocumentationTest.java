package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.github.pdmspark.spec.JobSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages show the help and the example as they are. */
class CliDocumentationTest {

    private static final Path PAGE = Path.of("../docs/reference/cli.md");
    private static final int WIDTH = 100;

    @Test
    void pageShowsTheHelpOfEveryCommand() throws IOException {
        String page = Files.readString(PAGE);
        for (CommandLine command : commands()) {
            command.setUsageHelpAutoWidth(false);
            command.setUsageHelpWidth(WIDTH);
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace("\r\n", "\n");
            assertThat(page).as(command.getCommandName()).contains("```text\n" + help + "```");
        }
    }

    @Test
    void pageOfSpecificationsShowsTheExample() throws IOException {
        String example = Resources.toString(Resources.getResource(JobSpec.class, "fleet.yaml"), StandardCharsets.UTF_8);
        assertThat(Files.readString(Path.of("../docs/reference/specification.md")))
                .contains("```yaml\n" + example + "```");
    }

    @Test
    void presentTimeIsNoFinerThanAMicrosecond() {
        Instant now = RangeOptions.now();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void everyExitCodeIsExplained() throws IOException {
        String page = Files.readString(PAGE);
        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains("| " + code.code() + " |");
        }
    }

    static List<CommandLine> commands() {
        CommandLine all = new Pdm().commandLine();
        List<CommandLine> commands = new ArrayList<>(List.of(all));
        commands.addAll(all.getSubcommands().values());
        return commands;
    }
}
