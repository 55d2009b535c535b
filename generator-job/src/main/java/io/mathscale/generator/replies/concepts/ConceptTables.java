package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.text.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds concepts in tables of Markdown: under the headings of columns, or behind those of rows. */
final class ConceptTables {
  private ConceptTables() {}

  static Optional<FoundConcepts> in(String text) {
    List<String> topics = new ArrayList<>();
    List<String> points = new ArrayList<>();
    for (MarkdownTable table : MarkdownTable.in(text)) {
      List<String> header = table.rows().get(0);
      boolean hasColumns = header.stream().filter(cell -> kind(cell).isPresent()).count() >= 2;
      boolean isTitle = !hasColumns && isTitle(table);
      for (List<String> row : table.rows()) {
        if (isTitle && row == header) {
          continue;
        }

        if (!hasColumns) {
          kind(row.get(0)).ifPresent(kind -> add(row.get(1), list(kind, topics, points)));
        } else if (row != header) {
          for (int i = 0; i < Math.min(row.size(), header.size()); i++) {
            String cell = row.get(i);
            kind(header.get(i)).ifPresent(kind -> add(cell, list(kind, topics, points)));
          }
        }
      }
    }

    return FoundConcepts.ifAny(topics, points);
  }

  /** Whether the first row only names the columns: the others name both kinds without it. */
  private static boolean isTitle(MarkdownTable table) {
    String first = table.rows().get(0).get(0);
    List<List<String>> others = table.rows().subList(1, table.rows().size());
    boolean isRepeated = others.stream().anyMatch(row -> row.get(0).equals(first));
    List<Optional<PartKind>> kinds = others.stream().map(row -> kind(row.get(0))).toList();
    return !isRepeated
        && kinds.contains(Optional.of(PartKind.TOPICS))
        && kinds.contains(Optional.of(PartKind.POINTS));
  }

  private static Optional<PartKind> kind(String cell) {
    return Headings.ofKey(cell.replace("*", "").strip()).filter(PartKind::isConceptual);
  }

  private static List<String> list(PartKind kind, List<String> topics, List<String> points) {
    return kind == PartKind.POINTS ? points : topics;
  }

  private static void add(String cell, List<String> into) {
    cell.replace("<br/>", "\n")
        .replace("<br />", "\n")
        .replace("<br>", "\n")
        .lines()
        .forEach(line -> into.addAll(InlineList.names(line)));
  }
}
