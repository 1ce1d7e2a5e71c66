package io.github.pdmspark.spec;

import java.util.Locale;
import java.util.Optional;

/**
 * A database and who connects to it.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/fleet}, without a user or a password
 * @param user where the name of the user is found
 * @param password where the password is found
 */
public record Database(String url, Optional<Secret> user, Optional<Secret> password) {

    /** A host that begins with {@code user:password@}, or a parameter that is a password. */
    private static final String CREDENTIALS = ".*(//[^/?#]*@|[?&;](user|username|password|pwd|accesskey|token)=).*";

    public Database {
        if (url.toLowerCase(Locale.ROOT).matches("(?s)" + CREDENTIALS)) {
            throw new IllegalArgumentException("The url holds a user or a password. Leave it out of the url and write"
                    + " user: {env: NAME} and password: {env: NAME}, or {file: PATH}.");
        }
    }
}
