package io.github.pdmspark.kernel;

import java.util.List;

/** One column per cell. */
final class CellWriter implements FeatureWriter {

    private final Cell[] cells;

    CellWriter(List<? extends Cell> cells) {
        this.cells = cells.toArray(Cell[]::new);
    }

    @Override
    public void write(long index, double[] row, int at) {
        for (int i = 0; i < cells.length; i++) {
            row[at + i] = cells[i].value();
        }
    }
}
