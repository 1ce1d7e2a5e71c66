package io.github.pdmspark.report.result;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.evaluation.EpisodeOutcome;
import io.github.pdmspark.evaluation.FailureOutcome;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.monitoring.FeatureDrift;
import io.github.pdmspark.quality.Finding;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** Codes of the library in the words of a report. */
public final class Words {

    private Words() {}

    /** Why a row can or cannot be used. */
    public static String of(RowStatus status) {
        return switch (status) {
            case SUSPENDED -> "off or in repair";
            case INSUFFICIENT_HISTORY -> "windows not full yet";
            case NO_TELEMETRY -> "no reading at all";
            case LOW_COVERAGE -> "too many readings missing";
            case IN_REPAIR -> "in repair after a failure";
            case TOO_LATE -> "failure too near to warn";
            case CENSORED -> "horizon not observed";
            case USABLE -> "usable";
        };
    }

    /** Why a row has a score or has none. */
    public static String of(ScoreStatus status) {
        return switch (status) {
            case SCORED -> "scored";
            case SUSPENDED -> "off or in repair";
            case INSUFFICIENT_HISTORY -> "windows not full yet";
            case LOW_COVERAGE -> "too many readings missing";
            case NO_TELEMETRY -> "no reading at all";
            case NOT_SCORED -> "no finite score";
        };
    }

    /** What came after a row. */
    public static String of(LabelStatus status) {
        return switch (status) {
            case POSITIVE -> "a component fails";
            case NEGATIVE -> "no failure";
            case CENSORED -> "not observed to its end";
            case TOO_LATE -> "failure too near to warn";
            case IN_REPAIR -> "in repair after a failure";
        };
    }

    /** What became of an alarm. */
    public static String of(EpisodeOutcome outcome) {
        return switch (outcome) {
            case TRUE -> "right";
            case LATE -> "right, but late";
            case FALSE -> "false";
            case UNDETERMINED -> "not known yet";
        };
    }

    /** What became of a failure. */
    public static String of(FailureOutcome outcome) {
        return switch (outcome) {
            case NOT_SEEN -> "no score before it";
            case DETECTED -> "announced";
            case EARLY -> "announced too early";
            case LATE -> "announced too late";
            case MISSED -> "not announced";
        };
    }

    /** Whether a feature changed. */
    public static String of(FeatureDrift.Verdict verdict) {
        return switch (verdict) {
            case STABLE -> "stable";
            case SHIFTED -> "shifted";
            case MISSING_MORE -> "missing more often";
            case OUT_OF_RANGE -> "out of range more often";
            case TOO_FEW_ROWS -> "too few rows to tell";
        };
    }

    /** What a finding meant for its rows. */
    public static String of(Finding.Severity severity) {
        return switch (severity) {
            case QUARANTINED -> "rows set aside";
            case DUPLICATE -> "copies removed";
            case MISSING -> "values taken as missing";
            case NOTICE -> "nothing changed";
        };
    }

    /** A column of codes in words: {@code Words.of(col("status"), ScoreStatus.values(), Words::of)}. */
    public static <E extends Enum<E>> Column of(Column codes, E[] all, Function<E, String> words) {
        Column text = codes;
        for (E each : all) {
            text = when(codes.equalTo(each.name()), lit(words.apply(each))).otherwise(text);
        }
        return text;
    }
}
