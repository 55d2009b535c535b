package io.mathscale.generator.replies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a JSON object in a reply: plain, in a fence, or somewhere in prose. */
final class ReplyJson {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build()
          .reader();

  /** No more beginnings of an object than this are tried: a reply in LaTeX is full of braces. */
  private static final int MAX_TRIES = 50;

  private ReplyJson() {}

  /** The first object that is what is looked for, or that holds one that is. */
  static Optional<JsonNode> find(String reply, Predicate<JsonNode> wanted) {
    if (reply.indexOf('"') < 0 && reply.indexOf('\'') < 0) {
      return Optional.empty();
    }

    String text = LatexEscapes.repaired(reply);
    int at = text.indexOf('{');
    for (int tries = 0; at >= 0 && tries < MAX_TRIES; tries++) {
      Optional<JsonNode> found = parsed(text.substring(at)).flatMap(node -> within(node, wanted));
      if (found.isPresent()) {
        return found;
      }

      at = text.indexOf('{', at + 1);
    }

    return Optional.empty();
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // A brace that begins no object.
    }
  }

  private static Optional<JsonNode> within(JsonNode node, Predicate<JsonNode> wanted) {
    if (wanted.test(node)) {
      return Optional.of(node);
    }

    for (JsonNode child : node) {
      Optional<JsonNode> found = within(child, wanted);
      if (found.isPresent()) {
        return found;
      }
    }

    return Optional.empty();
  }
}
