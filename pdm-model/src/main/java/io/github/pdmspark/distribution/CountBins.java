package io.github.pdmspark.distribution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts the rows of a partition by column, group and bin; gives the counts that are not 0. */
final class CountBins implements MapPartitionsFunction<BinInput, Row> {

    static final StructType SCHEMA = new StructType()
            .add("column", DataTypes.IntegerType, false)
            .add("group", DataTypes.IntegerType, false)
            .add("bin", DataTypes.IntegerType, false)
            .add("rows", DataTypes.LongType, false);

    private static final long serialVersionUID = 1L;

    private final int groups;
    private final double[] lowest;
    private final double[] highest;
    private final double[][] edges;

    CountBins(int groups, List<Bins> columns) {
        this.groups = groups;
        this.lowest = columns.stream().mapToDouble(Bins::lowest).toArray();
        this.highest = columns.stream().mapToDouble(Bins::highest).toArray();
        this.edges = columns.stream().map(Bins::edgeArray).toArray(double[][]::new);
    }

    @Override
    public Iterator<Row> call(Iterator<BinInput> rows) {
        long[][][] counts = new long[edges.length][groups][];
        while (rows.hasNext()) {
            add(rows.next(), counts);
        }
        List<Row> found = new ArrayList<>();
        for (int column = 0; column < counts.length; column++) {
            for (int group = 0; group < groups; group++) {
                addRows(column, group, counts[column][group], found);
            }
        }
        return found.iterator();
    }

    private void add(BinInput row, long[][][] counts) {
        double[] numbers = row.getNumbers();
        for (int column = 0; column < numbers.length; column++) {
            long[][] ofColumn = counts[column];
            int group = row.getGroup();
            if (ofColumn[group] == null) {
                ofColumn[group] = new long[edges[column].length + 3];
            }
            ofColumn[group][Bins.place(numbers[column], lowest[column], highest[column], edges[column])]++;
        }
    }

    private static void addRows(int column, int group, long[] bins, List<Row> found) {
        for (int bin = 0; bins != null && bin < bins.length; bin++) {
            if (bins[bin] > 0) {
                found.add(RowFactory.create(column, group, bin, bins[bin]));
            }
        }
    }
}
