package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.List;

/** Alarms at every scored row, or at none. */
final class ConstantDetector implements Detector {

    /** What is said at every row. */
    enum Answer {
        ALWAYS,
        NEVER
    }

    private final Answer answer;
    private final List<Episode> episodes = new ArrayList<>();

    ConstantDetector(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void score(long asOf, double[] scores) {
        if (answer == Answer.ALWAYS) {
            episodes.add(new Episode(asOf, asOf));
        }
    }

    @Override
    public void renewal(int component, long event, long visible) {}

    @Override
    public List<Episode> episodes(int component) {
        return episodes;
    }
}
