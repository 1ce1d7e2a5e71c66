package io.github.pdmspark.databricks.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One text for all rows of a table, every bit of every number, whatever order they come in. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Dataset<Row> rows) {
        String[] columns = rows.columns();
        Arrays.sort(columns);
        List<String> lines = rows
                .selectExpr(Arrays.stream(columns).map(name -> "`" + name + "`").toArray(String[]::new))
                .collectAsList()
                .stream()
                .map(Fingerprint::line)
                .sorted()
                .toList();
        return lines.size() + " rows " + hash(String.join(",", columns) + "\n" + String.join("\n", lines));
    }

    private static String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            Object value = row.get(i);
            line.append(value instanceof Double number ? Long.toHexString(Double.doubleToRawLongBits(number)) : value)
                    .append('|');
        }
        return line.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
