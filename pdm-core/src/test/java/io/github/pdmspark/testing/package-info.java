/**
 * What a test of a Spark job needs: one local session for the JVM and assertions on datasets.
 *
 * <p>Takes: nothing. Gives: {@link io.github.pdmspark.testing.LocalSpark} and {@link
 * io.github.pdmspark.testing.DatasetAssert}. Next: your own tests, through the test-jar of pdm-core.
 */
package io.github.pdmspark.testing;
