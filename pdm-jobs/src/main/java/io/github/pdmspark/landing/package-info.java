/**
 * Messages that arrive one by one, landed in a table that jobs read.
 *
 * <p>Takes: a topic of Kafka. Gives: {@link io.github.pdmspark.landing.KafkaLanding}, rows with the time at which they became
 * visible. Next: {@code storage}, as any other source.
 */
@NullMarked
package io.github.pdmspark.landing;

import org.jspecify.annotations.NullMarked;
