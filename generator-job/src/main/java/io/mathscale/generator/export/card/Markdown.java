package io.mathscale.generator.export.card;

import io.mathscale.generator.export.facts.SampledRow;

/** Texts of rows in Markdown, where they must stay texts. */
final class Markdown {
  private Markdown() {}

  /** A text on one line of a table: nothing in it is a tag, a cell, a link or a formula. */
  static String cell(String text, int most) {
    StringBuilder cell = new StringBuilder();
    String line = SampledRow.beginning(text.strip().replaceAll("\\s+", " "), most);
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      switch (letter) {
        case '&' -> cell.append("&amp;");
        case '<' -> cell.append("&lt;");
        case '>' -> cell.append("&gt;");
        case '|', '\\', '`', '*', '_', '[', ']', '$', '#', '~', '!' ->
            cell.append("&#").append((int) letter).append(';');
        default -> cell.append(letter);
      }
    }

    return cell.toString();
  }
}
