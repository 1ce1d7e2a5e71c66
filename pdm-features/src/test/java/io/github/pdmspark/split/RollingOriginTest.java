package io.github.pdmspark.split;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.dataset.DatasetRows;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class RollingOriginTest {

    private final RollingOrigin origin;

    RollingOriginTest(SparkSession spark) {
        origin = RollingOrigin.of(
                new DatasetRows().negative("a", 0).dataset(spark, Duration.ZERO, Duration.ofDays(1), 1));
    }

    @Test
    void cutAndStepAreCompulsory() {
        assertThatThrownBy(() -> origin.firstCut("2015-01-01").folds(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("RollingOrigin needs firstCut(...) and every(...) before folds(...).");
        assertThatThrownBy(() -> origin.every(Duration.ofDays(1)).folds(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stepAndNumberOfFoldsArePositive() {
        assertThatThrownBy(() -> origin.every(Duration.ZERO))
                .hasMessage("The step between two folds (PT0S) must be longer than zero.");
        assertThatThrownBy(() ->
                        origin.firstCut("2015-01-01").every(Duration.ofDays(1)).folds(0))
                .hasMessage("A rolling origin has at least one fold, but 0 were asked for.");
    }
}
