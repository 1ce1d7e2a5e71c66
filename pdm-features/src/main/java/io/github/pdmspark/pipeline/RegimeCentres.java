package io.github.pdmspark.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Centres of groups of weighted cells: k-means by Lloyd (1982). The first seed is the heaviest cell, each next one the
 * cell with the largest weight times squared distance from the seeds so far; so there is no chance in it.
 */
final class RegimeCentres {

    private static final int MOST_ROUNDS = 100;

    private final List<Cell> cells;

    /**
     * A set of readings with the same rounded settings.
     *
     * @param place one coordinate per setting, from 0 to 1
     * @param weight number of readings
     */
    record Cell(List<Double> place, long weight) {

        double squaredDistance(double[] centre) {
            double sum = 0;
            for (int i = 0; i < centre.length; i++) {
                double away = place.get(i) - centre[i];
                sum += away * away;
            }
            return sum;
        }

        double[] asCentre() {
            return place.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    RegimeCentres(List<Cell> cells) {
        this.cells = cells.stream()
                .sorted(Comparator.comparingLong(Cell::weight).reversed().thenComparing(cell -> cell.place()
                        .toString()))
                .toList();
    }

    /**
     * So many centres, the heaviest first.
     *
     * @throws IllegalArgumentException if there are fewer cells
     */
    List<double[]> of(int count) {
        if (cells.size() < count) {
            throw new IllegalArgumentException("The settings take " + cells.size() + " different values, too few for "
                    + count + " regimes. Ask for at most " + cells.size() + ".");
        }
        List<double[]> centres = seeds(count);
        int[] groups = new int[0];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int[] next = groups(centres);
            if (Arrays.equals(next, groups)) {
                break;
            }
            groups = next;
            centres = means(centres, groups);
        }
        return centres;
    }

    private List<double[]> seeds(int count) {
        List<double[]> seeds = new ArrayList<>();
        seeds.add(cells.get(0).asCentre());
        while (seeds.size() < count) {
            Cell farthest = cells.get(0);
            double most = -1;
            for (Cell cell : cells) {
                double away = cell.weight() * cell.squaredDistance(seeds.get(nearest(cell, seeds)));
                if (away > most) {
                    farthest = cell;
                    most = away;
                }
            }
            seeds.add(farthest.asCentre());
        }
        return seeds;
    }

    private int[] groups(List<double[]> centres) {
        return cells.stream().mapToInt(cell -> nearest(cell, centres)).toArray();
    }

    private static int nearest(Cell cell, List<double[]> centres) {
        int nearest = 0;
        for (int i = 1; i < centres.size(); i++) {
            if (cell.squaredDistance(centres.get(i)) < cell.squaredDistance(centres.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private List<double[]> means(List<double[]> before, int[] groups) {
        List<double[]> means = new ArrayList<>();
        for (int group = 0; group < before.size(); group++) {
            double[] sum = new double[before.get(group).length];
            double weight = 0;
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] == group) {
                    weight += cells.get(i).weight();
                    add(sum, cells.get(i));
                }
            }
            means.add(weight == 0 ? before.get(group) : divided(sum, weight));
        }
        return means;
    }

    private static void add(double[] sum, Cell cell) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += cell.place().get(i) * cell.weight();
        }
    }

    private static double[] divided(double[] sum, double weight) {
        return Arrays.stream(sum).map(value -> value / weight).toArray();
    }
}
