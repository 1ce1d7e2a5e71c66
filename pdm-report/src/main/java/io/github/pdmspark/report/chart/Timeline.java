package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.TableView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was when: lanes with intervals and moments, such as a split strip, or a machine with its alarms and failures.
 *
 * @param question the title
 * @param lanes from top to bottom
 */
public record Timeline(String question, List<Lane> lanes) implements Chart {

    private static final double LANE_HEIGHT = 28;
    private static final double WIDEST_NAME = 210;

    public Timeline {
        lanes = List.copyOf(lanes);
        Limits.series(
                question,
                intervalKinds(lanes).size() + (long) momentKinds(lanes).size());
        Limits.points(
                question,
                lanes.stream()
                        .mapToLong(
                                lane -> lane.intervals().size() + lane.moments().size())
                        .sum());
    }

    @Override
    public String summary() {
        return instants().isEmpty()
                ? "No data."
                : "Timeline: " + lanes.size() + " lanes with " + String.join(", ", kinds()) + ", "
                        + XAxis.time().caption(min(), max()) + ".";
    }

    @Override
    public TableView table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Lane lane : lanes) {
            for (Interval interval : lane.intervals()) {
                rows.add(List.of(lane.name(), interval.kind(), interval.start(), interval.end()));
            }
            for (Moment moment : lane.moments()) {
                List<@Nullable Object> row = new ArrayList<>(List.of(lane.name(), moment.kind(), moment.time()));
                row.add(null);
                rows.add(row);
            }
        }
        return TableView.of(List.of("lane", "what", "from", "to"), rows);
    }

    @Override
    public Element svg() {
        Canvas canvas = new Canvas();
        if (instants().isEmpty()) {
            return canvas.empty(this);
        }
        double names = TextWidth.widest(lanes.stream()
                .map(lane -> TextWidth.fitted(lane.name(), WIDEST_NAME))
                .toList());
        int intervals = intervalKinds(lanes).size();
        double top = Legend.draw(
                canvas,
                kinds(),
                0,
                (target, index, x, y) ->
                        index < intervals ? Symbol.square(target, index, x, y) : Symbol.mark(target, index, x, y));
        Plot plot = new Plot(names + Plot.GAP + 4, Canvas.WIDTH - 24, top, top + lanes.size() * LANE_HEIGHT);
        Ticks ticks = XAxis.time().ticks(min(), max(), plot.width());
        for (double tick : ticks.values()) {
            double x = plot.x(ticks).at(tick);
            canvas.grid(x, plot.top(), x, plot.bottom());
        }
        for (int i = 0; i < lanes.size(); i++) {
            drawLane(canvas, lanes.get(i), top + i * LANE_HEIGHT, plot.x(ticks));
        }
        return canvas.finish(plot.drawBelow(canvas, ticks, XAxis.time().caption(min(), max())), this);
    }

    private void drawLane(Canvas canvas, Lane lane, double top, Scale x) {
        double middle = top + LANE_HEIGHT / 2;
        canvas.text(x.from() - Plot.GAP, middle + 4.5, "end", TextWidth.fitted(lane.name(), WIDEST_NAME));
        canvas.grid(x.from(), middle, x.to(), middle);
        for (Interval interval : lane.intervals()) {
            double from = x.at(XAxis.position(interval.start()));
            double width = Math.max(1, x.at(XAxis.position(interval.end())) - from);
            canvas.rect(from, top + 5, width, LANE_HEIGHT - 10, Palette.color(kinds().indexOf(interval.kind())))
                    .add(hint(lane, interval.kind(), interval.start()));
        }
        for (Moment moment : lane.moments()) {
            Symbol.mark(canvas, kinds().lastIndexOf(moment.kind()), x.at(XAxis.position(moment.time())), middle)
                    .add(hint(lane, moment.kind(), moment.time()));
        }
    }

    private static Element hint(Lane lane, String kind, Instant time) {
        return Element.of("title").text(lane.name() + ", " + kind + ", " + time);
    }

    /** Intervals first; a kind that is both has two colours. */
    private List<String> kinds() {
        return Stream.concat(intervalKinds(lanes).stream(), momentKinds(lanes).stream())
                .toList();
    }

    private static List<String> intervalKinds(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.intervals().stream())
                .map(Interval::kind)
                .distinct()
                .toList();
    }

    private static List<String> momentKinds(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.moments().stream())
                .map(Moment::kind)
                .distinct()
                .toList();
    }

    private List<Double> instants() {
        Stream<Instant> ends = lanes.stream()
                .flatMap(lane -> Stream.concat(
                        lane.intervals().stream().flatMap(interval -> Stream.of(interval.start(), interval.end())),
                        lane.moments().stream().map(Moment::time)));
        return ends.map(XAxis::position).toList();
    }

    private double min() {
        return instants().stream().min(Double::compare).orElse(0.0);
    }

    private double max() {
        return instants().stream().max(Double::compare).orElse(0.0);
    }
}
