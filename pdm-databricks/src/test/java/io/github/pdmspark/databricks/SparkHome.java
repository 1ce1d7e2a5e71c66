package io.github.pdmspark.databricks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Spark line made of its Maven jars by {@code scripts/spark/home}. */
record SparkHome(String version, Path folder) {

    /** Made once, then used again. */
    static SparkHome of(String version) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("pdm.spark.homes"), version);
        Child.start(List.of(script("spark/home"), version, folder.toString()), folder.resolveSibling(version + ".log"))
                .succeedWithin(Duration.ofMinutes(10));
        return new SparkHome(version, folder);
    }

    static String script(String name) {
        return Path.of(System.getProperty("pdm.root"), "scripts", name).toString();
    }

    /** {@code spark-submit} of a story with the attached jar and, separated by commas, others. */
    List<String> submit(String master, List<String> settings, String main, String jars, List<String> story) {
        List<String> command = new ArrayList<>(List.of(script("spark/submit"), folder.toString(), "--master", master));
        for (String setting : settings) {
            command.addAll(List.of("--conf", setting));
        }
        String attached = System.getProperty("pdm.attach.jar");
        command.addAll(List.of("--jars", jars.isEmpty() ? attached : attached + "," + jars, "--class", main));
        command.add(System.getProperty("pdm.story.jar"));
        command.addAll(story);
        return command;
    }
}
