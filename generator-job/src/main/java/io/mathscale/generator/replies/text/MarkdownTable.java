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

  /** The cells between bars; none of these stands in a formula or after a backslash. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int start = 1;
    for (int at = 1; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean isEscaped = line.charAt(at - 1) == '\\';
      if (c == '$' && !isEscaped) {
        at = formulaEnd(line, at);
      } else if (c == '|' && !isEscaped) {
        cells.add(line.substring(start, at).strip());
        start = at + 1;
      }
    }

    String rest = line.substring(start).strip();
    if (!rest.isEmpty()) {
      cells.add(rest);
    }

    return cells;
  }

  /**
   * Where the formula ends that a dollar begins, or the place of the dollar where it is one of
   * money. As in Pandoc's Markdown, no space stands inside the two dollars of a formula, nor a
   * digit behind them; a formula without a bar between spaces may be written in any way.
   */
  private static int formulaEnd(String line, int start) {
    int end = line.indexOf('$', start + 1);
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end = line.indexOf('$', end + 1);
    }

    if (end < 0) {
      return start;
    }

    String formula = line.substring(start + 1, end);
    boolean isBeforeDigit = end + 1 < line.length() && Character.isDigit(line.charAt(end + 1));
    boolean isTight = formula.equals(formula.strip()) && !isBeforeDigit;
    return isTight || !formula.contains(" | ") ? end : start;
  }
}
