package io.github.pdmspark.examples.turbofan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code -Dpdm.*} says.
 *
 * @param data folder with the three files; empty: simulated engines
 * @param set name of the data set in the file names
 * @param regimes number of operating regimes
 * @param out folder for everything that is written
 * @param engines how many engines are simulated
 * @param trees number of trees of the forest and of boosting; hazards have half as many
 * @param seed decides every random choice
 */
record TurbofanSettings(Optional<Path> data, String set, int regimes, Path out, int engines, int trees, long seed) {

    static TurbofanSettings fromSystemProperties() {
        Optional<Path> data = text("pdm.data").map(Path::of);
        String set = text("pdm.set").orElse("FD001");
        return new TurbofanSettings(
                data,
                set,
                read("pdm.regimes", Integer::valueOf).orElse(set.equals("FD002") || set.equals("FD004") ? 6 : 1),
                Path.of(text("pdm.out").orElse("pdm-examples/target/turbofan")),
                read("pdm.engines", Integer::valueOf).orElse(40),
                read("pdm.trees", Integer::valueOf).orElse(100),
                read("pdm.seed", Long::valueOf).orElse(42L));
    }

    private static <T> Optional<T> read(String name, Function<String, T> parser) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("-D" + name + "=" + value + " is not a whole number.", e);
            }
        });
    }

    /** An empty value is no value: the build passes every property on, set or not. */
    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
