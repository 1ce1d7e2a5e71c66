package io.github.pdmspark.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pdmspark.simulator.FleetSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the story in JVMs of its own, over one small fleet. */
final class StoryRuns {

    static final String CLEAN = "none";

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final List<String> SETTINGS = List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            "spark.driver.memory=600m",
            "spark.executor.memory=640m",
            "spark.sql.session.timeZone=UTC",
            "spark.sql.shuffle.partitions=4");

    private final Path folder;
    private final Path data;

    /** Runs that write into {@code folder}. */
    StoryRuns(Path folder) {
        this.folder = folder;
        this.data =
                FleetSimulator.builder().machines(12).days(150).seed(7).build().writeCsv(folder.resolve("data"));
    }

    /** What the story says after {@code spark-submit}. */
    JsonNode submitted(String name, SparkHome home, String master, String victimStep)
            throws IOException, InterruptedException {
        return run(name, home.submit(master, SETTINGS, Child.STORY, "", story(name, victimStep)));
    }

    /** What the story says with an old Guava before everything else on the class path. */
    JsonNode behindOldGuava(String name, SparkHome home, String opens) throws IOException, InterruptedException {
        String classPath = String.join(
                ":",
                System.getProperty("pdm.old.guava"),
                System.getProperty("pdm.attach.jar"),
                System.getProperty("pdm.story.jar"),
                home.folder().resolve("jars") + "/*");
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx800m", "-Duser.timezone=UTC", "-Dspark.master=local[2]"));
        command.addAll(List.of(opens.split(" ")));
        SETTINGS.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-cp", classPath, Child.STORY));
        command.addAll(story(name, CLEAN));
        return run(name, command);
    }

    /** What the story says when its tables come through a broker and its scores go to a database. */
    JsonNode throughKafka(String name, SparkHome home, int port, String url) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(SparkHome.script("kafka/run"), System.getProperty("pdm.kafka.jars"), Integer.toString(port)));
        command.addAll(home.submit(
                "local[2]",
                SETTINGS,
                Child.KAFKA_STORY,
                System.getProperty("pdm.connector.jars"),
                List.of(data.toString(), folder.resolve(name).toString(), "127.0.0.1:" + port, url)));
        return run(name, command);
    }

    private List<String> story(String name, String victimStep) {
        return List.of(data.toString(), folder.resolve(name).toString(), victimStep);
    }

    private JsonNode run(String name, List<String> command) throws IOException, InterruptedException {
        Child.start(command, folder.resolve(name + ".log")).succeedWithin(LIMIT);
        return new ObjectMapper()
                .readTree(folder.resolve(name).resolve("result.json").toFile());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
