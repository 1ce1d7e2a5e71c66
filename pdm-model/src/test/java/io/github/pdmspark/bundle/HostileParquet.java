package io.github.pdmspark.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A Parquet file whose Spark schema names a class. */
final class HostileParquet {

    private static final String SCHEMA_KEY = "org.apache.spark.sql.parquet.row.metadata";

    private HostileParquet() {}

    static Path write(Path file, String className) throws IOException {
        MessageType type = MessageTypeParser.parseMessageType("message m { required int32 id; }");
        String schema = "{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":{\"type\":\"udt\",\"class\":\""
                + className + "\",\"pyClass\":null,\"sqlType\":\"integer\"},\"nullable\":true,\"metadata\":{}}]}";
        try (ParquetWriter<org.apache.parquet.example.data.Group> writer = ExampleParquetWriter.builder(
                        new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration())
                .withType(type)
                .withExtraMetaData(Map.of(SCHEMA_KEY, schema))
                .build()) {
            SimpleGroup group = new SimpleGroup(type);
            group.add("id", 1);
            writer.write(group);
        }
        return file;
    }
}
