package io.mathscale.generator.replies.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import io.mathscale.generator.replies.json.DoubleEscapes;
import io.mathscale.generator.replies.json.FoundJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds pairs in JSON, whatever a model calls its keys and however it nests the texts. */
final class PairsInJson {
  private static final int MOST = 50;

  /** Keys of a question where nothing else is called so. */
  private static final List<String> DESCRIPTIONS =
      List.of("statement", "description", "text", "content");

  private final FoundJson found;
  private final List<PairParts> pairs;

  private PairsInJson(FoundJson found, List<PairParts> pairs) {
    this.found = found;
    this.pairs = pairs;
  }

  static List<PairParts> in(List<FoundJson> json) {
    List<PairParts> pairs = new ArrayList<>();
    for (FoundJson found : json) {
      new PairsInJson(found, pairs).collect(found.value());
    }

    return pairs;
  }

  /** Objects with a question, or messages of a chat; the outermost of each. */
  private void collect(JsonNode node) {
    if (pairs.size() >= MOST) {
      return;
    }

    Optional<PairParts> pair = node.isArray() ? ofMessages(node) : ofObject(node);
    if (pair.isPresent()) {
      pairs.add(pair.get());
    } else {
      node.forEach(this::collect);
    }
  }

  private Optional<PairParts> ofObject(JsonNode object) {
    // A wrapper such as {"problem": {"question": …, "solution": …}} is none itself.
    JsonNode asked = value(object, PartKind.QUESTION);
    if (asked == null && value(object, PartKind.SOLUTION) != null) {
      asked =
          DESCRIPTIONS.stream().map(object::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    if (asked == null) {
      return Optional.empty();
    }

    boolean isWrapper =
        holdsPairs(asked)
            || (asked.isObject()
                && value(asked, PartKind.SOLUTION) != null
                && value(object, PartKind.SOLUTION) == null);
    String question = isWrapper ? "" : question(asked, object);
    if (areLists(asked, value(object, PartKind.SOLUTION))) {
      String solution = joined(value(object, PartKind.SOLUTION).get(0));
      return Optional.of(parts(joined(asked.get(0)), solution, ""));
    }

    return question.isBlank() ? Optional.empty() : Optional.of(pair(object, question));
  }

  /** {@code {"questions": ["…?", "…?"], "solutions": ["…", "…"]}}, and no lines of one question. */
  private static boolean areLists(JsonNode asked, JsonNode solution) {
    if (!asked.isArray() || solution == null || asked.size() != solution.size()) {
      return false;
    }

    for (JsonNode question : asked) {
      if (!Headings.hasAsk(joined(question))) {
        return false;
      }
    }

    return asked.size() > 1;
  }

  /**
   * {@code {"questions": [{"question": …, "solution": …}, …]}}, or the same with numbers as keys.
   */
  private static boolean holdsPairs(JsonNode value) {
    for (JsonNode inner : value) {
      boolean isAsked =
          value(inner, PartKind.QUESTION) != null
              || DESCRIPTIONS.stream().anyMatch(key -> inner.path(key).isTextual());
      boolean isSolved =
          value(inner, PartKind.SOLUTION) != null || value(inner, PartKind.ANSWER) != null;
      if (isAsked && isSolved) {
        return true;
      }
    }

    return false;
  }

  private PairParts pair(JsonNode object, String question) {
    JsonNode solution = value(object, PartKind.SOLUTION);
    JsonNode explanation = value(object, PartKind.EXPLANATION);
    JsonNode answer = value(object, PartKind.ANSWER);
    String stated = answer == null ? "" : joined(answer);
    String worked = solution == null ? "" : joined(solution);
    if (stated.isEmpty() && solution != null && solution.isObject()) {
      JsonNode inner = value(solution, PartKind.ANSWER);
      stated = inner == null ? "" : joined(inner);
    }

    if (worked.isBlank()
        || (solution != null
            && !solution.isContainerNode()
            && explanation != null
            && worked.length() < 60
            && joined(explanation).length() > worked.length())) {
      stated = stated.isBlank() && !worked.isBlank() ? worked : stated;
      worked = explanation == null ? "" : joined(explanation);
    }

    // Some models call the whole solution the answer.
    return worked.isBlank() ? parts(question, stated, "") : parts(question, worked, stated);
  }

  private PairParts parts(String question, String solution, String answer) {
    return new PairParts(
        question, solution, answer, found.start(), found.end(), Novelty.NONE, found.isCut());
  }

  /** The question with its options, where it has some. */
  private static String question(JsonNode asked, JsonNode object) {
    JsonNode inner = asked.isObject() ? value(asked, PartKind.QUESTION) : null;
    String question = joined(inner == null ? asked : inner);
    JsonNode options = value(object, PartKind.OPTIONS);
    options = options == null && asked.isObject() ? value(asked, PartKind.OPTIONS) : options;
    return options == null || question.isBlank() ? question : question + "\n" + options(options);
  }

  private static String options(JsonNode options) {
    List<String> lines = new ArrayList<>();
    if (options.isObject()) {
      options.properties().forEach(o -> lines.add(o.getKey() + ") " + joined(o.getValue())));
    } else if (options.isArray()) {
      for (JsonNode option : options) {
        String text = joined(option).strip();
        boolean hasLetter =
            (text.length() > 1
                    && Character.isUpperCase(text.charAt(0))
                    && ").:．、 ".indexOf(text.charAt(1)) >= 0)
                || text.startsWith("(");
        lines.add(hasLetter ? text : (char) ('A' + lines.size()) + ") " + text);
      }
    } else {
      lines.add(joined(options));
    }

    return String.join("\n", lines);
  }

  /** {@code [{"role": "user", "content": …}, {"role": "assistant", …}]}. */
  private Optional<PairParts> ofMessages(JsonNode array) {
    String question = "";
    for (JsonNode message : array) {
      String role = text(message, "role", "from").toLowerCase(Locale.ROOT);
      String content = text(message, "content", "value");
      if (role.equals("user") || role.equals("human")) {
        question = question.isEmpty() ? content : question;
      } else if ((role.equals("assistant") || role.equals("gpt")) && !question.isBlank()) {
        return Optional.of(parts(question, content, ""));
      }
    }

    return Optional.empty();
  }

  private static String text(JsonNode object, String key, String other) {
    return object.path(key).asText(object.path(other).asText(""));
  }

  private static JsonNode value(JsonNode object, PartKind kind) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      boolean isOfKind = Headings.ofKey(field.getKey()).filter(kind::equals).isPresent();
      if (isOfKind && !value.isNull() && !joined(value).isBlank()) {
        return value;
      }
    }

    return null;
  }

  /** A text, or the texts of a list or of an object of steps, a line each. */
  private static String joined(JsonNode value) {
    if (value.isValueNode()) {
      return value.isNull() ? "" : DoubleEscapes.undone(value.asText());
    }

    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      boolean isNumber = field.getValue().isNumber() && !isAnswer(field.getKey());
      if (!isNumber && !isAside(field.getKey())) {
        lines.add(labelled(field.getKey(), joined(field.getValue())));
      }
    }

    if (value.isArray()) {
      value.forEach(element -> lines.add(joined(element)));
    }

    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static boolean isAnswer(String key) {
    return Headings.ofKey(key).filter(kind -> kind == PartKind.ANSWER).isPresent();
  }

  /** Whether a key tells about the text instead of holding a part of it. */
  private static boolean isAside(String key) {
    return Headings.ofKey(key)
        .filter(kind -> kind == PartKind.META || kind == PartKind.THOUGHT || kind.isConceptual())
        .isPresent();
  }

  private static String labelled(String key, String text) {
    boolean isFinal =
        key.toLowerCase(Locale.ROOT).contains("final")
            && isAnswer(key)
            && !text.contains("\\boxed")
            && !text.isBlank();
    return isFinal ? "The final answer is: " + text : text;
  }
}
