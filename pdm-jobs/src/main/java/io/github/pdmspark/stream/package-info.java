/**
 * Records that arrive one by one, and scores that follow them.
 *
 * <p>Takes: topics of Kafka, landed tables that grow, a model and a published table. Gives: {@link
 * io.github.pdmspark.stream.KafkaLanding} and {@link io.github.pdmspark.stream.TouchedScoring}. Next: {@code job}.
 */
@NullMarked
package io.github.pdmspark.stream;

import org.jspecify.annotations.NullMarked;
