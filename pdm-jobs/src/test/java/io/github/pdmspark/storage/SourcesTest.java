package io.github.pdmspark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.testing.LocalSpark;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LocalSpark.class)
class SourcesTest {

    private final SparkSession spark;

    SourcesTest(SparkSession spark) {
        this.spark = spark;
    }

    static SourceSpec[] withoutStream() {
        return new SourceSpec[] {
            new SourceSpec.Csv("telemetry.csv", ','),
            new SourceSpec.Json("telemetry.json"),
            new SourceSpec.Delta("telemetry", Optional.of(3L)),
        };
    }

    @ParameterizedTest
    @MethodSource("withoutStream")
    void sourceThatDoesNotTellItsAddedRowsIsNotFollowed(SourceSpec source) {
        assertThatThrownBy(() -> Sources.follow(spark, source, "telemetry"))
                .isInstanceOfSatisfying(SchemaException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_SOURCE_NOT_FOLLOWED))
                .hasMessageContaining("sources.telemetry.from");
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Sources.follow(spark, new SourceSpec.Parquet("nowhere/at/all"), "errors"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("nowhere/at/all");
    }
}
