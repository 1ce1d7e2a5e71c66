package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;

/** One Parquet file of telemetry, read column by column into arrays. */
record TelemetryFile(Path path) {

    static List<TelemetryFile> all(StoredFleet fleet) {
        try (Stream<Path> files = Files.list(Path.of(fleet.path("telemetry")))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .map(TelemetryFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds every reading to the tiles of its machine. A machine may occur in several files. */
    void readInto(Map<Integer, PlainTiles> machines, long step) {
        try (ParquetFileReader reader = ParquetFileReader.open(input())) {
            MessageType schema = reader.getFileMetaData().getSchema();
            String createdBy = reader.getFileMetaData().getCreatedBy();
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                add(new Columns(group, schema, createdBy), machines, step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputFile input() throws IOException {
        return HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(path.toUri()), new Configuration());
    }

    private static void add(Columns columns, Map<Integer, PlainTiles> machines, long step) {
        long[] times = columns.longs("datetime");
        int[] ids = columns.integers("machineID");
        double[][] values = Work.SENSORS.stream().map(columns::doubles).toArray(double[][]::new);
        for (int row = 0; row < times.length; row++) {
            PlainTiles tiles = machines.computeIfAbsent(ids[row], id -> new PlainTiles());
            synchronized (tiles) {
                tiles.add(times[row], step, values, row);
            }
        }
    }

    /** The columns of a row group. */
    private record Columns(PageReadStore group, MessageType schema, String createdBy) {

        long[] longs(String name) {
            ColumnReader reader = reader(name);
            long[] values = new long[Math.toIntExact(group.getRowCount())];
            for (int row = 0; row < values.length; row++, reader.consume()) {
                values[row] = reader.getLong();
            }
            return values;
        }

        int[] integers(String name) {
            ColumnReader reader = reader(name);
            int[] values = new int[Math.toIntExact(group.getRowCount())];
            for (int row = 0; row < values.length; row++, reader.consume()) {
                values[row] = reader.getInteger();
            }
            return values;
        }

        double[] doubles(String name) {
            ColumnReader reader = reader(name);
            int present = schema.getColumnDescription(new String[] {name}).getMaxDefinitionLevel();
            double[] values = new double[Math.toIntExact(group.getRowCount())];
            for (int row = 0; row < values.length; row++, reader.consume()) {
                values[row] = reader.getCurrentDefinitionLevel() == present ? reader.getDouble() : Double.NaN;
            }
            return values;
        }

        private ColumnReader reader(String name) {
            ColumnDescriptor column = schema.getColumnDescription(new String[] {name});
            MessageType wanted = new MessageType(schema.getName(), schema.getType(name));
            return new ColumnReadStoreImpl(
                            group, new DummyRecordConverter(wanted).getRootConverter(), wanted, createdBy)
                    .getColumnReader(column);
        }
    }
}
