package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.alarm.AlarmPolicy;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sweep against its slow twin on random machines with gaps, ties, missing scores and late records. */
class MachineSweepTwinTest {

    private static final int MACHINES = 500;
    private static final int COMPONENTS = 3;
    private static final double[] SCORES = {0.1, 0.3, 0.4, 0.45, 0.5, 0.9, Double.NaN};

    @Test
    void equalsTheSlowTwinOnRandomMachines() {
        for (int seed = 0; seed < MACHINES; seed++) {
            Random random = new Random(seed);
            long lead = random.nextInt(4);
            long within = 1L + random.nextInt(12);
            List<AlarmPolicy> policies = List.of(policy(random), policy(random));
            MachineStory story = story(random);
            List<Rule> rules =
                    policies.stream().map(p -> (Rule) new Rule.ByScore(p)).toList();
            SweepPlan plan = MachineStory.plan(COMPONENTS, lead, within, FailureScope.WHOLE_WINDOW_IN_RANGE, rules);

            MachineSweep.MachineResult result = story.sweep(plan);

            for (int rule = 0; rule < rules.size(); rule++) {
                compare(seed, result.rules().get(rule), story, policies.get(rule), plan);
            }
            long quiet = IntStream.range(0, COMPONENTS)
                    .mapToLong(c -> new SweepTwin(story, policies.get(0), c, lead, within).quiet())
                    .sum();
            assertThat(result.quietByComponent().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("seed " + seed)
                    .isEqualTo(quiet);
        }
    }

    private static void compare(
            int seed, MachineSweep.RuleResult found, MachineStory story, AlarmPolicy policy, SweepPlan plan) {
        long lead = plan.window().leadMicros();
        for (int component = 0; component < COMPONENTS; component++) {
            int c = component;
            SweepTwin twin = new SweepTwin(story, policy, c, lead, plan.window().reachMicros() - lead);
            List<JudgedEpisode> episodes =
                    found.episodes().stream().filter(e -> e.component() == c).toList();
            String about = "seed " + seed + " component " + c + " " + policy;
            assertThat(episodes).extracting(JudgedEpisode::episode).as(about).isEqualTo(twin.episodes());
            assertThat(episodes).as(about).allSatisfy(e -> assertThat(e.outcome())
                    .isEqualTo(twin.outcome(e.episode())));
            assertThat(found.failures().stream().filter(f -> f.component() == c).toList())
                    .as(about)
                    .isEqualTo(twin.failures(plan.firstFailure(), plan.endMicros()));
        }
    }

    private static AlarmPolicy policy(Random random) {
        int n = 1 + random.nextInt(4);
        AlarmPolicy policy = AlarmPolicy.threshold(0.5)
                .releaseBelow(List.of(0.3, 0.4, 0.5).get(random.nextInt(3)))
                .kOfN(1 + random.nextInt(n), n)
                .cooldown(MachineStory.micros(random.nextInt(4)));
        return random.nextBoolean() ? policy : policy.topComponentOnly();
    }

    private static MachineStory story(Random random) {
        MachineStory story = new MachineStory();
        for (long asOf = 1L + random.nextInt(3);
                asOf < 60;
                asOf += 1L + (random.nextInt(5) == 0 ? random.nextInt(9) : 0)) {
            boolean alone = random.nextInt(3) == 0;
            story.row(asOf, one(random, alone), one(random, alone), one(random, false));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            story.failure(random.nextInt(COMPONENTS), random.nextInt(70));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            int event = random.nextInt(70);
            story.repair(
                    random.nextInt(COMPONENTS), event, random.nextBoolean() ? event : (long) event + random.nextInt(8));
        }
        return story.observedUntil(30L + random.nextInt(60));
    }

    private static double one(Random random, boolean missing) {
        return missing ? Double.NaN : SCORES[random.nextInt(SCORES.length)];
    }
}
