package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The bundle of jobs is one, and every task of it is a command line that we accept. */
class DatabricksBundleTest {

    private static final Path FILE = Path.of("../pdm-databricks/databricks.yml");

    @Test
    void bundleIsValid() throws IOException {
        assertThat(problems(Files.readString(FILE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quartz_cron_expression: 0 0 2 ? * SUN | quartz_cron_expression: 0 2 * * SUN
                    main_class_name: io.github.pdmspark.cli.TrainTask | main_class: io.github.pdmspark.cli.TrainTask
                    file_arrival: | file_arrivals:
                    condition: ANY_UPDATED | condition: SOME_UPDATED
                    wait_after_last_change_seconds: 120 | wait_after_last_change_seconds: 5
                    data_security_mode: SINGLE_USER | data_security_mode: single
                    task_key: validate | task_key: validate all""")
    void schemaKnowsWhatIsWrong(String right, String wrong) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(right);
        assertThat(problems(text.replace(right, wrong))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void taskIsACommandLine(String job, JsonNode task, Map<String, String> parameters) throws Exception {
        JsonNode jar = task.get("spark_jar_task");
        String name = jar.get("main_class_name").asText();
        Class.forName(name).getMethod("main", String[].class);
        String command = name.replaceFirst(".*\\.(\\w+)Task$", "$1").toLowerCase(Locale.ROOT);
        List<String> arguments = new ArrayList<>(List.of(command));
        jar.get("parameters").forEach(each -> arguments.add(filled(each.asText(), parameters)));
        assertThat(arguments).noneMatch(each -> each.contains("{{"));
        new Pdm().commandLine().parseArgs(arguments.toArray(String[]::new));
    }

    static Stream<Arguments> tasks() throws IOException {
        List<Arguments> tasks = new ArrayList<>();
        tree(Files.readString(FILE)).at("/resources/jobs").properties().forEach(job -> {
            Map<String, String> parameters = new HashMap<>(Map.of("job.trigger.time.iso_date", "2015-11-15"));
            job.getValue()
                    .path("parameters")
                    .forEach(each -> parameters.put(
                            "job.parameters." + each.get("name").asText(),
                            each.get("default").asText()));
            job.getValue().get("tasks").forEach(task -> tasks.add(Arguments.of(job.getKey(), task, parameters)));
        });
        return tasks.stream();
    }

    private static String filled(String text, Map<String, String> parameters) {
        String result = text;
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            result = result.replace("{{" + each.getKey() + "}}", each.getValue());
        }
        return result;
    }

    private static Set<ValidationMessage> problems(String yaml) throws IOException {
        try (InputStream in = DatabricksBundleTest.class.getResourceAsStream("bundle.schema.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(new JsonMapper().readTree(in));
            return schema.validate(tree(yaml));
        }
    }

    private static JsonNode tree(String yaml) {
        return new JsonMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }
}
