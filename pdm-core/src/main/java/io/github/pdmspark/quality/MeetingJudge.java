package io.github.pdmspark.quality;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import io.github.pdmspark.table.Suspensions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Judges how the other tables meet the telemetry: by machine and by time.
 *
 * @param judgement where the verdict goes
 * @param telemetry what was counted of the telemetry
 */
record MeetingJudge(Judgement judgement, TableTotals telemetry) {

    /** A single machine without telemetry is no sign that ids are written in two ways. */
    private static final int SEVERAL = 2;

    /** So many failures are missing that chance does not explain it: e^-5 is less than 1 %. */
    private static final double TOO_MANY_MISSING = 5;

    /** Machines that the telemetry names but the table of machines does not; a complete table has none. */
    void judgeListed(boolean complete) {
        if (complete && telemetry.unlisted().count() > 0) {
            judgement.refuse(new Problem(
                    ErrorCondition.PDM_MACHINE_NOT_LISTED,
                    String.format(
                            Locale.ROOT,
                            "Table 'machines' is declared complete, but %,d machine(s) of the telemetry are not in it, such"
                                    + " as '%s'.",
                            telemetry.unlisted().count(),
                            telemetry.unlisted().example()),
                    "add them to the table, leave their telemetry out, or do not declare .complete()."));
            return;
        }
        judgement.notice("machines", "NOT_LISTED", telemetry.unlisted(), "kept; attributes are missing");
    }

    void judge(TableTotals table) {
        boolean strangers = table.machines() >= SEVERAL && table.silent().count() == table.machines();
        if (strangers && telemetry.machines() > 0 && mustMeet(table.table())) {
            judgement.refuse(new Problem(
                    ErrorCondition.PDM_MACHINES_DO_NOT_MEET,
                    String.format(
                            Locale.ROOT,
                            "None of the %,d machine(s) of table '%s' is in the telemetry: '%s' here, '%s' there.",
                            table.machines(),
                            table.table(),
                            table.machine(),
                            telemetry.machine()),
                    "map the columns that hold the same id, or bring one into the form of the other."));
            return;
        }
        String silent =
                switch (table.table()) {
                    case "machines" -> "scored with status NO_TELEMETRY";
                    case Suspensions.NAME -> "kept; rows of a machine without telemetry have no score";
                    default -> "kept; records of a machine without telemetry serve no row";
                };
        judgement.notice(table.table(), "NO_TELEMETRY", table.silent(), silent);
    }

    /** Ids that a person would take for the same. */
    void judgeSpelling(TableTotals table) {
        judgement.notice(
                table.table(), "MACHINES_ALIKE", table.alike(), "kept apart; if they are one machine, write one id");
    }

    void judgeFailures(TableTotals failures) {
        judgement.notice(
                MachineTotals.FAILURES,
                "UNSCORABLE",
                new TableTotals.Noted(failures.outside(), ""),
                "kept; before the first or long after the last reading of the machine, so no row announces it");
        if (failures.accepted() >= TOO_MANY_MISSING) {
            telemetry.first().ifPresent(start -> telemetry.last().ifPresent(end -> judgeCover(failures, start, end)));
        }
    }

    private void judgeCover(TableTotals failures, Instant start, Instant end) {
        Instant first = failures.first().orElse(start);
        Instant last = failures.last().orElse(end);
        double rate = failures.accepted() / days(start.isBefore(first) ? first : start, last);
        noticeCover("FAILURES_END_EARLY", rate * days(last, end), last + " .. " + end);
        noticeCover("FAILURES_BEGIN_LATE", rate * days(start, first), start + " .. " + first);
    }

    private void noticeCover(String rule, double missing, String period) {
        if (missing >= TOO_MANY_MISSING) {
            judgement.add(new Finding(
                    MachineTotals.FAILURES,
                    rule,
                    "",
                    Severity.NOTICE,
                    Math.round(missing),
                    period,
                    "so many failures were to be expected in this time; if nobody wrote them down, cut the telemetry or"
                            + " state .observedUntil(...)"));
        }
    }

    private static boolean mustMeet(String table) {
        return table.equals("machines") || table.equals(MachineTotals.FAILURES);
    }

    private static double days(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes()
                / (double) Duration.ofDays(1).toMinutes();
    }
}
