package io.github.pdmspark.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://u:CANARY@host/fleet",
                "jdbc:postgresql://host/fleet?ssl=true&password=CANARY",
                "jdbc:sqlserver://host;databaseName=fleet;PASSWORD=CANARY",
                "jdbc:postgresql://host/fleet?user=CANARY"
            })
    void credentialsInTheUrlAreRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new Database(url, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password: {env: NAME}")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void urlWithoutCredentialsIsAccepted() {
        assertThat(new Database("jdbc:postgresql://host:5432/fleet?ssl=true", Optional.empty(), Optional.empty()).url())
                .endsWith("ssl=true");
    }

    @Test
    void secretOfAFileIsItsContentAndIsNotPrinted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "CANARY\n");
        Secret secret = new Secret.OfFile(file.toString());
        assertThat(secret.reveal()).isEqualTo("CANARY");
        assertThat(secret.toString()).doesNotContain("CANARY");
    }

    @Test
    void missingSecretIsNamed(@TempDir Path folder) {
        assertThat(new Secret.OfEnvironment("PW").reveal(name -> name + "-value"))
                .isEqualTo("PW-value");
        assertThatThrownBy(() -> new Secret.OfEnvironment("PDM_NO_SUCH_VARIABLE").reveal())
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("PDM_SECRET_MISSING The environment has no variable PDM_NO_SUCH_VARIABLE");
        assertThatThrownBy(() -> new Secret.OfFile(folder.resolve("none").toString()).reveal())
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("none' cannot be read");
    }
}
