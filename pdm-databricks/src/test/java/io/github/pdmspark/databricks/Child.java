package io.github.pdmspark.databricks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with its output in a file; it and what it started end when it takes too long. */
record Child(Process process, Path log) {

    static final String STORY = "io.github.pdmspark.databricks.story.Story";
    static final String KAFKA_STORY = "io.github.pdmspark.databricks.story.KafkaStory";

    static Child start(List<String> command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return new Child(builder.start(), log);
    }

    void succeedWithin(Duration limit) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Not done within " + limit + ". " + end());
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("Ended with " + process.exitValue() + ". " + end());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String end() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return "The end of " + log + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
