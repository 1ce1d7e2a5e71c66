/**
 * Scores that follow tables to which records are added, whenever they come.
 *
 * <p>Takes: the stream of each landing table and what scores a range. Gives: {@link
 * io.github.pdmspark.follow.FollowedScoring}, which scores what new records complete and again what late ones change. Next:
 * {@code job}.
 */
@NullMarked
package io.github.pdmspark.follow;

import org.jspecify.annotations.NullMarked;
