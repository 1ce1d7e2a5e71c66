package io.github.pdmspark.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pdmspark.error.ErrorCondition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From a document that the schema accepted to records, whose constructors check what a schema cannot say. */
final class SpecBinding {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(new SimpleModule("pdm-spec")
                    .addDeserializer(Optional.class, new OptionalReader())
                    .addDeserializer(Duration.class, new TextReader<>(Duration.class, SpecText::duration))
                    .addDeserializer(Instant.class, new TextReader<>(Instant.class, SpecText::instant))
                    .addDeserializer(ZoneId.class, new TextReader<>(ZoneId.class, SpecText::zone)))
            .build();

    private SpecBinding() {}

    static JobSpec bind(ObjectNode document, SpecProblems problems) {
        try {
            return MAPPER.treeToValue(document, JobSpec.class);
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? String.valueOf(part.getIndex()) : part.getFieldName())
                    .collect(Collectors.joining("."));
            Throwable cause = e.getCause();
            String reason = cause instanceof IllegalArgumentException && cause.getMessage() != null
                    ? cause.getMessage()
                    : e.getOriginalMessage();
            problems.add(ErrorCondition.PDM_SPEC_VALUE, path, reason, "correct this value.");
            problems.throwIfAny();
            throw new IllegalStateException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checked specification cannot be bound.", e);
        }
    }

    private static final class TextReader<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        TextReader(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return reading.apply(text);
        }
    }

    /** A value that may be left out. */
    @SuppressWarnings("rawtypes")
    private static final class OptionalReader extends JsonDeserializer<Optional> implements ContextualDeserializer {

        private final Optional<JavaType> content;

        OptionalReader() {
            this(Optional.empty());
        }

        private OptionalReader(Optional<JavaType> content) {
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new OptionalReader(Optional.of(property.getType().containedTypeOrUnknown(0)));
        }

        @Override
        public Optional deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Object value = context.readValue(in, content.orElseThrow());
            return Optional.of(value);
        }

        @Override
        public Optional getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
