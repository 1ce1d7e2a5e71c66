package io.github.pdmspark.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.TrainingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DedicatedComputeTest {

    private static final ClassLoader OURS = DedicatedComputeTest.class.getClassLoader();

    @Test
    void firstLineSaysThatDedicatedComputeIsNeeded() {
        assertThatThrownBy(() -> DedicatedCompute.require("org.apache.spark.sql.connect.SparkSession", OURS))
                .isInstanceOf(TrainingException.class)
                .extracting(e -> e.getMessage().lines().findFirst().orElseThrow())
                .asString()
                .contains("need dedicated compute", "Spark Connect");
    }

    @Test
    void jvmWithoutMllibIsRecognised() {
        assertThatThrownBy(() -> DedicatedCompute.require("any.Session", new WithoutMllib()))
                .hasMessageContaining("need dedicated compute");
        assertThatCode(() -> DedicatedCompute.require("any.Session", OURS)).doesNotThrowAnyException();
    }

    /** Otherwise the user would see a NoClassDefFoundError instead of the message. */
    @Test
    void namedTrainersCanBeBuiltWithoutMllib() throws ReflectiveOperationException {
        List<String> names = List.of("RandomForest", "DecisionTree", "BoostedTrees", "LogisticRegression");
        for (String name : names) {
            Class<?> trainer = Class.forName("io.github.pdmspark.mllib." + name + "Trainer", true, new WithoutMllib());
            Object builder = trainer.getMethod("builder").invoke(null);
            Object built = builder.getClass().getMethod("build").invoke(builder);
            assertThat(built.getClass().getClassLoader()).isInstanceOf(WithoutMllib.class);
        }
    }

    /** Loads our own classes anew and has no MLlib, as in a Spark Connect client. */
    private static final class WithoutMllib extends ClassLoader {

        WithoutMllib() {
            super(OURS);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.spark.ml.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.pdmspark.mllib.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = OURS.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
