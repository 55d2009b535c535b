package io.mathscale.generator.replies.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins objects that follow each other, as in JSON Lines, where they hold different parts. */
final class JsonLines {
  private JsonLines() {}

  static List<FoundJson> joined(String text, List<FoundJson> found) {
    List<FoundJson> joined = new ArrayList<>();
    for (FoundJson next : found) {
      FoundJson last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && isBlank(text, last.end(), next.start()) && areParts(last, next)) {
        ObjectNode both = last.value().deepCopy();
        both.setAll((ObjectNode) next.value());
        joined.set(joined.size() - 1, new FoundJson(both, last.start(), next.end(), next.isCut()));
      } else {
        joined.add(next);
      }
    }

    return joined;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ',') {
        return false;
      }
    }

    return true;
  }

  private static boolean areParts(FoundJson first, FoundJson second) {
    Set<PartKind> kinds = kinds(first.value());
    Set<PartKind> others = kinds(second.value());
    boolean areKnown = !kinds.isEmpty() && !others.isEmpty();
    return areKnown && others.stream().noneMatch(kinds::contains);
  }

  private static Set<PartKind> kinds(JsonNode value) {
    Set<PartKind> kinds = EnumSet.noneOf(PartKind.class);
    value
        .properties()
        .forEach(
            field -> {
              Optional<PartKind> kind = Headings.ofKey(field.getKey());
              kind.ifPresent(kinds::add);
            });
    return kinds;
  }
}
