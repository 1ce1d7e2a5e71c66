package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.testing.LocalSpark;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class OtherJvmTest {

    @Test
    void bundleScoresBitForBitTheSameInAnotherJvm(SparkSession spark, @TempDir Path folder)
            throws IOException, InterruptedException {
        ModelBundle bundle = SmallBundle.trained(
                spark, RandomForestTrainer.builder().trees(10).depth(5).build());
        Path saved = folder.resolve("bundle");
        Path out = folder.resolve("scores.txt");
        Path log = folder.resolve("log.txt");
        bundle.save(saved.toString());

        Process child = new ProcessBuilder(command(saved, out))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(() -> text(log)).isZero();
        assertThat(Files.readAllLines(out)).isEqualTo(ScoreInOtherJvm.lines(bundle, spark));
    }

    private static List<String> command(Path saved, Path out) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-Duser.timezone=Asia/Kolkata", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(ScoreInOtherJvm.class.getName(), saved.toString(), out.toString()));
        return command;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
