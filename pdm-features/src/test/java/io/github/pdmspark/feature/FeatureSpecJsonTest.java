package io.github.pdmspark.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.time.Cadence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureSpecJsonTest {

    private static final FeatureSpec SPEC = new FeatureSpec(
            Cadence.every(Duration.ofHours(12)).withOffset(Duration.ofHours(6)),
            List.of(
                    new RollingStatistic(
                            Statistic.MEAN,
                            List.of("volt", "rotate"),
                            List.of(Duration.ofHours(24), Duration.ofDays(7))),
                    new EventCount(List.of("error1"), List.of(Duration.ofMinutes(90))),
                    new TimeSinceEvent(List.of("error1")),
                    new TimeSinceMaintenance(List.of("comp1")),
                    new ReplacementCount(List.of("comp1")),
                    new CategoricalAttribute("model", List.of("model3", "größer \"4\"")),
                    new NumericAttribute("age")),
            Optional.of(Duration.ofHours(1)),
            0.8);

    private static final FeatureSpec NORMALISED = withFeatures(new NumericAttribute("age"))
            .normalised(new RegimeNormalisation(
                    List.of("altitude"),
                    List.of(42_000.5),
                    List.of("heat"),
                    List.of(
                            new RegimeNormalisation.Regime(List.of(0.0), List.of(518.67), List.of(1e-3)),
                            new RegimeNormalisation.Regime(List.of(35_000.0), List.of(449.4), List.of(0.0)))));

    @Test
    void everyKindOfFeatureRoundTrips() {
        FeatureSpec all = AllKinds.SPEC;
        FeatureSpec read = FeatureSpec.fromJson(all.toJson());

        assertThat(all.features()).<Object>extracting(Object::getClass).containsExactlyInAnyOrder((Object[])
                Feature.class.getPermittedSubclasses());
        assertThat(read).isEqualTo(all);
        assertThat(read.toJson()).isEqualTo(all.toJson());
        assertThat(read.fingerprint()).isEqualTo(all.fingerprint());
    }

    @Test
    void everyStatisticRoundTrips() {
        for (Statistic statistic : Statistic.values()) {
            FeatureSpec spec =
                    withFeatures(new RollingStatistic(statistic, List.of("a"), List.of(Duration.ofHours(1))));
            assertThat(FeatureSpec.fromJson(spec.toJson())).isEqualTo(spec);
        }
    }

    @Test
    void missingNormalisationIsLeftOutSoThatOldTextStaysTheSame() {
        assertThat(SPEC.toJson()).doesNotContain("normalisation");
        assertThat(FeatureSpec.fromJson(SPEC.toJson().replace("0.8}", "0.8,\"normalisation\":null}")))
                .isEqualTo(SPEC);
        assertThatThrownBy(() -> new RegimeNormalisation(List.of("a"), List.of(1.0), List.of("b"), List.of()))
                .hasMessageContaining("needs at least one regime");
    }

    @Test
    void missingSamplingPeriodIsNull() {
        FeatureSpec spec = new FeatureSpec(SPEC.cadence(), SPEC.features(), Optional.empty(), 0);

        assertThat(spec.toJson()).contains("\"samplingPeriod\":null");
        assertThat(FeatureSpec.fromJson(spec.toJson())).isEqualTo(spec);
    }

    @Test
    void savedFormsStillLoad() throws IOException {
        assertSaved("feature-spec-0.1.json", SPEC);
        assertSaved("feature-spec-all-kinds.json", AllKinds.SPEC);
        assertSaved("feature-spec-normalised.json", NORMALISED);
    }

    private static void assertSaved(String name, FeatureSpec spec) throws IOException {
        try (InputStream saved = FeatureSpecJsonTest.class.getResourceAsStream(name)) {
            String json = new String(saved.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(FeatureSpec.fromJson(json)).isEqualTo(spec);
            assertThat(spec.toJson()).isEqualTo(json);
        }
    }

    @Test
    void fingerprintIsTheSha256OfTheJson() {
        assertThat(SPEC.fingerprint()).isEqualTo("7c08c3ba37903e4ed1e867f6d61c36bd5b6d27e59ecdeccc047899ab2d5548ae");
        assertThat(withFeatures(new NumericAttribute("age")).fingerprint())
                .isNotEqualTo(withFeatures(new NumericAttribute("Age")).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"numeric_attribute" | "kind":"custom_code"        | custom_code
            "kind":"numeric_attribute" | "kind":"java.lang.Runtime"  | java.lang.Runtime
            "kind":"numeric_attribute" | "type":"numeric_attribute"  | kind
            "attribute":"age"          | "attribute":"age","x":1     | Unrecognized field "x"
            "attribute":"age"          | "attribute":null            | attribute
            "minimumCoverage":0.8      | "minimumCoverage":1.8       | it is a share between 0 and 1
            "minimumCoverage":0.8      | "minimumCoverage":"0.8"     | String value
            ,"minimumCoverage":0.8     | ''                          | minimumCoverage
            "PT1H"                     | "1 hour"                    | write an ISO-8601 duration such as PT24H
            "statistic":"MEAN"         | "statistic":"AVERAGE"       | AVERAGE
            ["volt","rotate"]          | []                          | A rolling MEAN has no sensors
            "age"}]                    | "age"}],"features":[]       | Duplicate field 'features'
            0.8}                       | 0.8} {}                     | Trailing token
            """)
    void damagedTextIsRefused(String correct, String wrong, String message) {
        String json = SPEC.toJson();

        assertThat(json).contains(correct);
        assertThatThrownBy(() -> FeatureSpec.fromJson(json.replace(correct, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a feature specification of this version")
                .hasMessageContaining(message);
    }

    private static FeatureSpec withFeatures(Feature... features) {
        return new FeatureSpec(SPEC.cadence(), List.of(features), SPEC.samplingPeriod(), SPEC.minimumCoverage());
    }
}
