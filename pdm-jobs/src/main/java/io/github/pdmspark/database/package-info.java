/**
 * Databases that are read and written through JDBC.
 *
 * <p>Takes: a URL and who connects. Gives: {@link io.github.pdmspark.database.JdbcDatabase}, connections and readers of drivers
 * that are known. Next: {@code publication} and {@code storage}.
 */
@NullMarked
package io.github.pdmspark.database;

import org.jspecify.annotations.NullMarked;
