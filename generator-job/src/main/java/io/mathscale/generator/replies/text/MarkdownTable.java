package io.mathscale.generator.replies.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in Markdown.
 *
 * @param rows the cells of each row, without the line of dashes
 * @param start where it begins in the text
 * @param end where it ends
 */
public record MarkdownTable(List<List<String>> rows, int start, int end) {
  private static final int MOST_ROWS = 200;

  /** The tables of a text that have at least two rows and two columns. */
  public static List<MarkdownTable> in(String text) {
    List<MarkdownTable> tables = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); ) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(at, end).strip();
      if (line.length() > 1 && line.charAt(0) == '|' && rows.size() < MOST_ROWS) {
        start = rows.isEmpty() ? at : start;
        if (!isRule(line)) {
          rows.add(cells(line));
        }
      } else {
        add(tables, rows, start, at);
        rows = new ArrayList<>();
      }

      at = end + 1;
    }

    add(tables, rows, start, text.length());
    return tables;
  }

  private static void add(List<MarkdownTable> tables, List<List<String>> rows, int start, int end) {
    if (rows.size() > 1 && rows.stream().allMatch(row -> row.size() > 1)) {
      tables.add(new MarkdownTable(List.copyOf(rows), start, end));
    }
  }

  private static boolean isRule(String line) {
    return line.contains("--") && line.chars().allMatch(c -> "|-:+ =\t".indexOf(c) >= 0);
  }

  /** The cells between bars; none of these stands in mathematics or after a backslash. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inMath = false;
    for (int at = 1; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean isEscaped = line.charAt(at - 1) == '\\';
      inMath ^= c == '$' && !isEscaped;
      if (c == '|' && !inMath && !isEscaped) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }

    if (!cell.toString().isBlank()) {
      cells.add(cell.toString().strip());
    }

    return cells;
  }
}
