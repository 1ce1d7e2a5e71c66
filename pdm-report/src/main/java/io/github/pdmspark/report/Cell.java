package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.table.TableView;

/** One part of a notebook. Sections are headings; all others are numbered. */
sealed interface Cell {

    record Section(String heading) implements Cell {}

    record Text(int number, String text) implements Cell {}

    record Code(int number, String code) implements Cell {}

    record Table(int number, String title, TableView table) implements Cell {}

    record Picture(int number, Chart chart) implements Cell {}
}
