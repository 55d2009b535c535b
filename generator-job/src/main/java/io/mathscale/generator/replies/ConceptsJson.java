package io.mathscale.generator.replies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads concepts from JSON, whatever a model calls its keys and however it nests the names. */
final class ConceptsJson {
  private static final Set<String> TOPIC_KEYS = Set.of("topic", "topics", "identifiedtopics");

  private static final Set<String> POINT_KEYS =
      Set.of(
          "knowledgepoint",
          "knowledgepoints",
          "kp",
          "kps",
          "identifiedknowledgepoints",
          "concepts");

  private ConceptsJson() {}

  static Optional<ConceptsReply> read(String reply) {
    return ReplyJson.find(reply, node -> has(node, TOPIC_KEYS) || has(node, POINT_KEYS))
        .map(ConceptsJson::concepts);
  }

  private static boolean has(JsonNode node, Set<String> keys) {
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      if (keys.contains(folded(names.next()))) {
        return true;
      }
    }

    return false;
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static ConceptsReply concepts(JsonNode node) {
    List<String> topics = new ArrayList<>();
    List<String> points = new ArrayList<>();
    collect(node, topics, points);
    return new ConceptsReply(topics, points);
  }

  private static void collect(JsonNode node, List<String> topics, List<String> points) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = folded(field.getKey());
      if (TOPIC_KEYS.contains(key)) {
        addNames(field.getValue(), topics);
        // A topic may be an object that holds its own knowledge points.
        field.getValue().forEach(topic -> collectPoints(topic, points));
      } else if (POINT_KEYS.contains(key)) {
        addNames(field.getValue(), points);
      }
    }
  }

  private static void collectPoints(JsonNode topic, List<String> points) {
    for (Map.Entry<String, JsonNode> field : topic.properties()) {
      if (POINT_KEYS.contains(folded(field.getKey()))) {
        addNames(field.getValue(), points);
      }
    }
  }

  /** A text is a list with commas; of an object in a list the first text is the name. */
  private static void addNames(JsonNode value, List<String> into) {
    if (value.isTextual()) {
      into.addAll(InlineList.names(value.asText()));
      return;
    }

    for (JsonNode element : value) {
      if (element.isTextual()) {
        into.add(element.asText());
      } else {
        firstText(element).ifPresent(into::add);
      }
    }
  }

  private static Optional<String> firstText(JsonNode object) {
    for (JsonNode value : object) {
      if (value.isTextual()) {
        return Optional.of(value.asText());
      }
    }

    return Optional.empty();
  }
}
