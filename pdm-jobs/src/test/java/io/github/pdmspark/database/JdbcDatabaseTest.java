package io.github.pdmspark.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcDatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://h/x.sql'",
                "jdbc:derby:memory:x;create=true",
                "jdbc:JDBC:postgresql://h/x",
                "http://h/x",
                ""
            })
    void unknownDriverIsRefused(String url) {
        assertThatThrownBy(() -> database(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with one of jdbc:postgresql:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/x?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "jdbc:postgresql://h/x?sslmode=require&sslfactory=evil",
                "jdbc:postgresql://h/x?loggerFile=/etc/passwd",
                "jdbc:postgresql://h/x?password=canary-secret",
                "jdbc:sqlserver://h;databaseName=x;socketFactoryClass=evil"
            })
    void parameterThatLoadsCodeOrFilesIsRefused(String url) {
        assertThatThrownBy(() -> database(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not set")
                .hasMessageNotContaining("canary-secret");
    }

    @Test
    void harmlessParametersAreTaken() {
        assertThat(database("jdbc:postgresql://h:1/x?sslmode=require&connectTimeout=5")
                        .isPostgresql())
                .isTrue();
        assertThat(database("jdbc:sqlserver://h;databaseName=x;encrypt=true").isPostgresql())
                .isFalse();
    }

    @Test
    void printsWithoutPassword() {
        assertThat(database("jdbc:postgresql://h/x")).hasToString("JdbcDatabase[jdbc:postgresql://h/x]");
        assertThat(database("jdbc:postgresql://u:canary-secret@h/x"))
                .hasToString("JdbcDatabase[jdbc:postgresql://***@h/x]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t; DROP TABLE u", "(SELECT 1) x", "a.b.c", "a\"b", "", "1t", "t -- "})
    void tableIsAPlainName(String table) {
        assertThatThrownBy(() -> JdbcDatabase.named(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters, digits and _");
    }

    private static JdbcDatabase database(String url) {
        return new JdbcDatabase(url, Optional.of("user"), Optional.of("canary-secret"));
    }
}
