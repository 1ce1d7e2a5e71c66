package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a secret is found. It holds no secret itself, so it may be printed and logged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Secret.OfEnvironment.class), @JsonSubTypes.Type(Secret.OfFile.class)})
public sealed interface Secret {

    /**
     * The secret itself, read now.
     *
     * @throws SpecException {@code PDM_SECRET_MISSING} if it is not there
     */
    String reveal();

    /**
     * A variable of the environment.
     *
     * @param env its name
     */
    record OfEnvironment(String env) implements Secret {

        @Override
        public String reveal() {
            return reveal(System::getenv);
        }

        String reveal(UnaryOperator<@Nullable String> environment) {
            String value = environment.apply(env);
            if (value == null || value.isEmpty()) {
                throw missing("The environment has no variable " + env + ".", "export it before the job starts.");
            }
            return value;
        }
    }

    /**
     * The content of a file without the line break at its end.
     *
     * @param file its path on the driver
     */
    record OfFile(String file) implements Secret {

        @Override
        public String reveal() {
            try {
                return Files.readString(Path.of(file)).stripTrailing();
            } catch (IOException e) {
                throw missing("The secret file '" + file + "' cannot be read.", "mount it on the driver.");
            }
        }
    }

    private static SpecException missing(String message, String fix) {
        return new SpecException(new Problem(ErrorCondition.PDM_SECRET_MISSING, message, fix));
    }
}
