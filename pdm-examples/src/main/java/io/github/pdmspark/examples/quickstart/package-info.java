/**
 * The main job as one program: five tables, features, a forest, a verdict in failures, scores.
 *
 * <p>Takes: a folder with five files, or nothing. Gives: {@link io.github.pdmspark.examples.quickstart.Quickstart}, which
 * writes a report, a model, scores and an evaluation. Next: your own program.
 */
@NullMarked
package io.github.pdmspark.examples.quickstart;

import org.jspecify.annotations.NullMarked;
