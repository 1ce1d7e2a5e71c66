/**
 * From scores to alarms: when a component counts as alarmed, from when, until when.
 *
 * <p>Takes: scores of one machine in time order, and the repairs that reset them. Gives: {@link
 * io.github.pdmspark.alarm.Episode}s under an {@link io.github.pdmspark.alarm.AlarmPolicy}. Next: {@code bundle}, {@code
 * evaluation}.
 */
@NullMarked
package io.github.pdmspark.alarm;

import org.jspecify.annotations.NullMarked;
