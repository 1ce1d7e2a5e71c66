package io.github.pdmspark.examples.program;

import io.github.pdmspark.dataset.RowStatus;

/** Names of the library in the words of a report. */
public final class Words {

    private Words() {}

    /** Why a row can or cannot be used. */
    public static String of(RowStatus status) {
        return switch (status) {
            case INSUFFICIENT_HISTORY -> "windows not full yet";
            case NO_TELEMETRY -> "no reading at all";
            case LOW_COVERAGE -> "too many readings missing";
            case IN_REPAIR -> "in repair after a failure";
            case TOO_LATE -> "failure too near to warn";
            case CENSORED -> "horizon not observed";
            case USABLE -> "usable";
        };
    }
}
