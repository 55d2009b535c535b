package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds pairs in tables of Markdown: a row each under the headings of columns, or a row for each
 * part.
 */
final class PairTables {
  private PairTables() {}

  static List<PairParts> in(String text) {
    List<PairParts> pairs = new ArrayList<>();
    for (MarkdownTable table : MarkdownTable.in(text)) {
      List<Optional<PartKind>> columns =
          table.rows().get(0).stream().map(PairTables::kind).toList();
      boolean hasColumns =
          has(columns, PartKind.QUESTION)
              && columns.stream().flatMap(Optional::stream).anyMatch(PartKind::isSolving);
      if (hasColumns) {
        for (List<String> row : table.rows().subList(1, table.rows().size())) {
          pairs.add(pair(columns, row, table));
        }
      } else {
        ofRows(table).ifPresent(pairs::add);
      }
    }

    return pairs;
  }

  private static Optional<PartKind> kind(String cell) {
    return Headings.ofKey(cell.replace("*", "").strip());
  }

  private static boolean has(List<Optional<PartKind>> kinds, PartKind kind) {
    return kinds.contains(Optional.of(kind));
  }

  private static PairParts pair(
      List<Optional<PartKind>> columns, List<String> row, MarkdownTable table) {
    return parts(
        cell(columns, row, PartKind.QUESTION),
        cell(columns, row, PartKind.SOLUTION),
        cell(columns, row, PartKind.EXPLANATION),
        cell(columns, row, PartKind.ANSWER),
        table);
  }

  private static PairParts parts(
      String question, String solution, String explanation, String answer, MarkdownTable table) {
    String worked = solution.isBlank() ? explanation : solution;
    boolean isAnswer = worked.isBlank();
    return new PairParts(
        question,
        isAnswer ? answer : worked,
        isAnswer ? "" : answer,
        table.start(),
        table.end(),
        Novelty.NONE,
        false);
  }

  private static String cell(List<Optional<PartKind>> columns, List<String> row, PartKind kind) {
    int index = columns.indexOf(Optional.of(kind));
    return index >= 0 && index < row.size() ? row.get(index) : "";
  }

  private static Optional<PairParts> ofRows(MarkdownTable table) {
    List<Optional<PartKind>> kinds = table.rows().stream().map(row -> kind(row.get(0))).toList();
    List<String> texts =
        table.rows().stream().map(row -> row.size() > 1 ? row.get(1) : "").toList();
    return has(kinds, PartKind.QUESTION)
        ? Optional.of(pair(kinds, texts, table)).filter(PairParts::isComplete)
        : Optional.empty();
  }
}
