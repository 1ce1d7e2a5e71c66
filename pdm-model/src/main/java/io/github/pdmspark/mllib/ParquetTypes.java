package io.github.pdmspark.mllib;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** The classes that the Spark schema in a Parquet footer names; Spark makes an instance of each when it reads the file. */
final class ParquetTypes {

    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";
    private static final Set<String> ALLOWED =
            Set.of("org.apache.spark.ml.linalg.VectorUDT", "org.apache.spark.ml.linalg.MatrixUDT");
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ParquetTypes() {}

    /** Classes of user-defined types other than the vectors and matrices of MLlib. */
    static List<String> foreign(Configuration configuration, Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            String schema =
                    reader.getFooter().getFileMetaData().getKeyValueMetaData().get(SPARK_SCHEMA);
            return schema == null ? List.of() : foreign(JSON.readTree(schema));
        }
    }

    private static List<String> foreign(JsonNode schema) {
        return schema.findValues("class").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> !ALLOWED.contains(name))
                .toList();
    }
}
