package io.github.pdmspark.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import io.github.pdmspark.error.SpecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R21: changed job specifications are read or refused as a whole, in bounded time; the seed replays it. */
class SpecFuzzTest {

    private static final long SEED = 20261125;
    private static final int CASES = 2_000;
    private static final long LIMIT_NANOS = 5_000_000_000L;
    private static final String TOKENS = "{}[]\"',:-#&*!|>%@`~ \n\t0123456789eE.+/\\\u0000\u2028\ud800truefalsenull";

    @Test
    void changedSpecificationsAreReadOrRefused() throws IOException {
        String good =
                Resources.toString(Resources.getResource(SpecFuzzTest.class, "fleet.yaml"), StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String text = mutated(good, random);
            long start = System.nanoTime();
            try {
                SpecDocument.read("job.yaml", text, Map.of());
            } catch (SpecException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("case " + i + " of seed " + SEED + ":\n" + text, e);
            }
            assertThat(System.nanoTime() - start)
                    .as("case %d of seed %d", i, SEED)
                    .isLessThan(LIMIT_NANOS);
        }
        assertThat(refused).as("seed %d", SEED).isGreaterThan(CASES / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":", "&a [*a, ", "!!", "? "})
    void repeatedTokensAreRefused(String token) {
        assertThatThrownBy(() -> SpecDocument.read("job.yaml", token.repeat(50_000), Map.of()))
                .isInstanceOf(SpecException.class);
    }

    @Test
    void entitiesThatGrowAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String last = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + (last + ", ").repeat(9) + last + "]\n");
        }
        assertThatThrownBy(() -> SpecDocument.read("job.yaml", text.toString(), Map.of()))
                .isInstanceOf(SpecException.class);
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int place = random.nextInt(text.length());
            int end = Math.min(text.length(), place + 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 1 -> text.insert(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 2 -> text.delete(place, end);
                default -> text.insert(place, text.substring(place, end));
            }
        }
        return text.toString();
    }
}
