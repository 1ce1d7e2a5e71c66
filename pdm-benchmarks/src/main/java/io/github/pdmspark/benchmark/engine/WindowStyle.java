package io.github.pdmspark.benchmark.engine;

/** How SQL merges the tiles of a window. */
enum WindowStyle {
    /** A sum over a frame of rows of the grid; the usual way. */
    FRAMES,
    /** One join with the tiles per tile of the longest window; needs tiles that are computed once. */
    JOINS
}
