package io.mathscale.generator.replies.concepts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.json.FoundJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds concepts in JSON, whatever a model calls its keys and however it nests the names. */
final class ConceptsInJson {
  /** Keys under which an object holds its name. */
  private static final Set<String> NAME_KEYS =
      Set.of("name", "title", "label", "text", "value", "名称");

  /** Keys under which an object in a list of both kinds says which it is. */
  private static final List<String> TYPE_KEYS = List.of("type", "kind", "category", "label");

  private final List<String> topics = new ArrayList<>();
  private final List<String> points = new ArrayList<>();
  private boolean isSeen;

  private ConceptsInJson() {}

  /**
   * The last complete of all pieces, since those before are drafts; pieces of one list are joined.
   */
  static Optional<FoundConcepts> in(String text, List<FoundJson> json) {
    FoundConcepts last = null;
    ConceptsInJson lines = new ConceptsInJson();
    int end = -1;
    for (FoundJson found : json) {
      boolean goesOn = end >= 0 && isSeparator(text.substring(end, found.start()));
      if (!goesOn || !isRecord(found.value())) {
        lines = new ConceptsInJson();
      }

      boolean isTorn = found.isCut() && dropLastText(found.value());
      lines.collect(found.value());
      FoundConcepts all = FoundConcepts.of(lines.topics, lines.points);
      FoundConcepts named = isTorn ? all.cut() : all;
      boolean isAny = lines.isSeen;
      if (isAny && (last == null || named.isComplete() || !last.isComplete())) {
        last = named;
      }

      end = found.end();
    }

    return Optional.ofNullable(last);
  }

  /** Drops the text in whose middle a reply ends; false if it ends in no text. */
  private static boolean dropLastText(JsonNode json) {
    JsonNode around = json;
    while (!around.isEmpty()) {
      JsonNode last = null;
      String key = "";
      if (around instanceof ArrayNode array) {
        last = array.get(array.size() - 1);
      } else {
        for (Map.Entry<String, JsonNode> field : around.properties()) {
          last = field.getValue();
          key = field.getKey();
        }
      }

      if (last.isTextual()) {
        if (around instanceof ArrayNode array) {
          array.remove(array.size() - 1);
        } else {
          ((ObjectNode) around).remove(key);
        }

        return true;
      }

      around = last;
    }

    return false;
  }

  private static boolean isSeparator(String between) {
    return between.chars().allMatch(c -> Character.isWhitespace(c) || c == ',');
  }

  /** {@code {"topic": "…", …}}: one of several lines. */
  private static boolean isRecord(JsonNode value) {
    return value.has("topic") || value.has("Topic");
  }

  private void collect(JsonNode node) {
    if (isSchema(node)) {
      return;
    }

    boolean isFound = false;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Optional<PartKind> kind = Headings.ofKey(field.getKey()).filter(PartKind::isConceptual);
      isFound |= kind.isPresent();
      if (kind.equals(Optional.of(PartKind.POINTS))) {
        addNames(field.getValue(), points);
      } else if (kind.isPresent()) {
        addTopics(field.getValue());
      }
    }

    isFound = isFound || addTyped(node);
    isSeen |= isFound;
    if (!isFound) {
      node.forEach(this::collect);
    }
  }

  /** {@code {"type": "topic", "name": "Algebra"}} */
  private boolean addTyped(JsonNode node) {
    for (String key : TYPE_KEYS) {
      Optional<PartKind> kind =
          Headings.ofKey(node.path(key).asText()).filter(PartKind::isConceptual);
      Optional<String> name = kind.flatMap(found -> name(node));
      if (name.isPresent()) {
        (kind.get() == PartKind.POINTS ? points : topics).add(name.get());
        return true;
      }
    }

    return false;
  }

  /** The description of a form, as {@code response_format} shows it. */
  private static boolean isSchema(JsonNode node) {
    return node.path("type").isTextual() && (node.has("properties") || node.has("items"));
  }

  /** Topics may hold their own knowledge points, as lists or as keys. */
  private void addTopics(JsonNode value) {
    if (value.isObject() && !isSchema(value)) {
      addTopicsOfObject(value);
      return;
    }

    addNames(value, topics);
    value.forEach(this::addPointsOf);
  }

  private void addTopicsOfObject(JsonNode value) {
    boolean isNamed =
        name(value).isPresent()
            || value.properties().stream()
                .anyMatch(
                    f -> Headings.ofKey(f.getKey()).filter(PartKind::isConceptual).isPresent());
    if (isNamed) {
      name(value).ifPresent(topics::add);
      collect(value);
      return;
    }

    for (Map.Entry<String, JsonNode> field : value.properties()) {
      boolean isNumbered =
          field.getKey().chars().allMatch(c -> Character.isDigit(c))
              || field.getKey().toLowerCase(Locale.ROOT).startsWith("topic");
      if (isNumbered) {
        addTopics(field.getValue());
      } else {
        topics.add(field.getKey());
        addNames(field.getValue(), points);
      }
    }
  }

  private void addPointsOf(JsonNode topic) {
    for (Map.Entry<String, JsonNode> field : topic.properties()) {
      if (Headings.ofKey(field.getKey()).filter(kind -> kind == PartKind.POINTS).isPresent()) {
        addNames(field.getValue(), points);
      }
    }
  }

  /** A text is a list with commas; of an object in a list the name counts, else its first text. */
  private static void addNames(JsonNode value, List<String> into) {
    if (value.isTextual()) {
      String text = value.asText();
      if (text.strip().indexOf('\n') >= 0) {
        text.lines().forEach(into::add);
      } else {
        into.addAll(InlineList.names(text));
      }

      return;
    }

    if (isSchema(value)) {
      return;
    }

    for (JsonNode element : value) {
      if (element.isTextual()) {
        into.add(element.asText());
      } else if (element.isArray()) {
        addNames(element, into);
      } else {
        name(element).or(() -> firstText(element)).ifPresent(into::add);
      }
    }
  }

  private static Optional<String> name(JsonNode object) {
    return object.properties().stream()
        .filter(field -> field.getValue().isTextual())
        .filter(field -> NAME_KEYS.contains(field.getKey().toLowerCase(Locale.ROOT)))
        .map(field -> field.getValue().asText())
        .findFirst();
  }

  private static Optional<String> firstText(JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean isId =
          field.getKey().equalsIgnoreCase("id") || field.getKey().equalsIgnoreCase("type");
      if (field.getValue().isTextual() && !isId) {
        return Optional.of(field.getValue().asText());
      }
    }

    return Optional.empty();
  }
}
