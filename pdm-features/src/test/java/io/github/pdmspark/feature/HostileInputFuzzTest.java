package io.github.pdmspark.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** R21: changed and random text of a specification is read or refused; the seed replays it. */
class HostileInputFuzzTest {

    private static final long SEED = 20261125;
    private static final int CASES = 2_000;
    private static final long LIMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String TOKENS = "\"\"{}[]:,-+.0123456789eE\\/tfn null\u0000\u00e4PT24H";

    @Test
    void specificationsLoadOrAreRefused() {
        Random random = new Random(SEED);
        String good = AllKinds.SPEC.toJson();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String text = mutated(good, random);
            long start = System.nanoTime();
            try {
                FeatureSpec.fromJson(text);
            } catch (IllegalArgumentException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("case " + i + " of seed " + SEED + ": " + text, e);
            }
            assertThat(System.nanoTime() - start)
                    .as("case %d of seed %d", i, SEED)
                    .isLessThan(LIMIT_NANOS);
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    @Test
    void deeplyNestedTextIsRefused() {
        for (String deep : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
            assertThatThrownBy(() -> FeatureSpec.fromJson(deep)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 1 -> text.insert(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 2 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(40)));
                default ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(40))));
            }
        }
        return text.toString();
    }
}
