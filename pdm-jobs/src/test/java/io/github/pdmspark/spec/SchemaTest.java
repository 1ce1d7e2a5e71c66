package io.github.pdmspark.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema and the records name the same keys and require the same ones, all the way down. */
class SchemaTest {

    private final JsonNode root = SpecSchema.published();
    private final Set<Class<?>> visited = new HashSet<>();

    @Test
    void schemaAndRecordsAgree() {
        compare(root, JobSpec.class);
        assertThat(visited).hasSizeGreaterThan(50);
    }

    private void compare(JsonNode declared, Class<?> type) {
        JsonNode schema =
                declared.has("$ref") ? root.at(declared.get("$ref").asText().substring(1)) : declared;
        if (type.isAnnotationPresent(JsonSubTypes.class)) {
            kinds(schema.get("oneOf"), type);
        } else if (type.isRecord() && schema.has("properties") && visited.add(type)) {
            record(schema, type);
        }
    }

    private void kinds(JsonNode branches, Class<?> type) {
        JsonSubTypes.Type[] types = type.getAnnotation(JsonSubTypes.class).value();
        assertThat(branches).as(type.getSimpleName()).hasSize(types.length);
        for (int i = 0; i < types.length; i++) {
            JsonNode kind = branches.get(i).path("properties").path("kind").path("const");
            assertThat(kind.asText()).isEqualTo(types[i].name());
            record(branches.get(i), types[i].value());
        }
    }

    private void record(JsonNode schema, Class<?> type) {
        visited.add(type);
        List<String> names = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        names.remove("kind");
        List<String> required = new ArrayList<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        for (RecordComponent component : type.getRecordComponents()) {
            String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
            String where = type.getSimpleName() + "." + name;
            assertThat(names.remove(name)).as(where + " is in the schema").isTrue();
            JsonNode property = schema.get("properties").get(name);
            boolean given = required.contains(name) || property.has("default");
            assertThat(given).as(where + " is always there").isEqualTo(component.getType() != Optional.class);
            assertThat(property.has("description")
                            || property.has("$ref")
                            || property.has("enum")
                            || type.getEnclosingClass() == FeatureEntry.class
                            || property.has("properties"))
                    .as(where + " is described")
                    .isTrue();
            compare(property.has("items") ? property.get("items") : property, content(component));
        }
        assertThat(names)
                .as("keys that only the schema has, in " + type.getSimpleName())
                .isEmpty();
        assertThat(schema.get("additionalProperties").asBoolean(true))
                .as(type.getSimpleName())
                .isFalse();
    }

    private static Class<?> content(RecordComponent component) {
        java.lang.reflect.Type type = component.getGenericType();
        while (type instanceof java.lang.reflect.ParameterizedType generic) {
            type = generic.getActualTypeArguments()[0];
        }
        return type instanceof Class<?> found ? found : Arrays.class;
    }
}
