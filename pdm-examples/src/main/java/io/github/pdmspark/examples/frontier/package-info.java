/**
 * How many failures can be announced, how early, at how many false alarms: one model per component, one alarm.
 *
 * <p>Takes: a folder with five files. Gives: {@link io.github.pdmspark.examples.frontier.AlarmFrontier}, which writes a report
 * and {@code frontier.csv}. Next: your own program.
 */
@NullMarked
package io.github.pdmspark.examples.frontier;

import org.jspecify.annotations.NullMarked;
