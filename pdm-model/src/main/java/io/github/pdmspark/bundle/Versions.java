package io.github.pdmspark.bundle;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import scala.util.Properties;

/**
 * The software that made a model.
 *
 * @param library version of this library, {@code unpackaged} when it runs from class files
 * @param spark version of Spark
 * @param scala version of Scala
 * @param java version of Java
 */
public record Versions(String library, String spark, String scala, String java) {

    /** What runs now. */
    public static Versions current(SparkSession spark) {
        String library = Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
        return new Versions(
                library,
                spark.version(),
                Properties.versionNumberString(),
                Runtime.version().toString());
    }
}
