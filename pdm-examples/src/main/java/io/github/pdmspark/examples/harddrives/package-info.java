/**
 * Which hard drive fails next? A wide, mostly empty table with one row a drive a day, and one failure in ten thousand rows.
 *
 * <p>Takes: daily CSV files in the format of Backblaze, or simulated ones. Gives: {@link
 * io.github.pdmspark.examples.harddrives.HardDrives}, a report and scores. Next: your own daily counters.
 */
@NullMarked
package io.github.pdmspark.examples.harddrives;

import org.jspecify.annotations.NullMarked;
