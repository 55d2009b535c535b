package io.mathscale.generator.replies.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.generator.replies.text.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the objects and arrays of JSON in a reply: plain, in a fence, or somewhere in prose. Each
 * is read by Jackson's lenient settings, or else repaired first.
 */
public final class ReplyJson {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(JsonRepair.MAX_DEPTH).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /** What it costs to begin a try, in characters. */
  private static final int TRY = 20;

  private ReplyJson() {}

  /** The pieces of JSON in the order of the text, none inside another. */
  public static List<FoundJson> in(String text, Steps steps) {
    List<FoundJson> found = new ArrayList<>();
    boolean doubles = doublesBackslashes(text);
    steps.add(2L * text.length());
    char[] characters = text.toCharArray();
    int at = 0;
    while (at < text.length() && !steps.areSpent()) {
      if (!mayBegin(text, at)) {
        at++;
        continue;
      }

      int end = validEnd(characters, at, steps);
      FoundJson piece = end >= 0 ? valid(text, at, end) : repaired(text, at, doubles, steps);
      if (piece != null && piece.value().isContainerNode()) {
        found.add(piece);
        at = Math.max(at + 1, piece.end());
      } else {
        at++;
      }
    }

    return JsonLines.joined(text, found);
  }

  private static FoundJson valid(String text, int start, int end) {
    try {
      String json = LatexInValidJson.repaired(text.substring(start, end));
      return new FoundJson(unpacked(JSON.readTree(json)), start, end, false);
    } catch (JsonProcessingException e) {
      return null; // No JSON begins here.
    }
  }

  private static FoundJson repaired(String text, int start, boolean doubles, Steps steps) {
    JsonRepair.Repaired repaired = JsonRepair.repaired(text, start, doubles, steps);
    try {
      return repaired == null
          ? null
          : new FoundJson(JSON.readTree(repaired.json()), start, repaired.end(), repaired.isCut());
    } catch (JsonProcessingException e) {
      return null; // No JSON begins here.
    }
  }

  /** What an object says whose only text is JSON itself. */
  private static JsonNode unpacked(JsonNode node) throws JsonProcessingException {
    if (node == null) {
      return JSON.nullNode();
    }

    String text = node.isObject() && node.size() == 1 ? node.elements().next().asText("") : "";
    boolean isJson = text.startsWith("{") && text.endsWith("}");
    return isJson ? JSON.readTree(LatexInValidJson.repaired(text)) : node;
  }

  /** Where the valid JSON ends that begins here, or −1 if none does. */
  private static int validEnd(char[] text, int start, Steps steps) {
    int depth = 0;
    try (JsonParser parser = JSON.getFactory().createParser(text, start, text.length - start)) {
      long first = parser.currentLocation().getCharOffset();
      try {
        do {
          com.fasterxml.jackson.core.JsonToken token = parser.nextToken();
          if (token == null) {
            return -1;
          }

          depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0);
        return (int) (start + parser.currentLocation().getCharOffset() - first);
      } finally {
        steps.add(TRY + parser.currentLocation().getCharOffset() - first);
      }
    } catch (IOException e) {
      return -1;
    }
  }

  /** Whether JSON may begin here, and not a group of LaTeX or a set. */
  private static boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    if (c != '{' && c != '[') {
      return false;
    }

    int next = JsonText.afterSpaces(text, at + 1);
    if (next >= text.length()) {
      return false;
    }

    boolean isString =
        JsonText.isQuote(text, next)
            || (JsonText.isComment(text, next) && text.charAt(next) != '#');
    return c == '{'
        ? isString || JsonText.isBareKey(text, next)
        : isString || text.charAt(next) == '{';
  }

  /**
   * Whether the model doubled the backslashes of its LaTeX, as JSON wants: some before letters are
   * doubled, and none stands alone before what JSON does not know.
   */
  private static boolean doublesBackslashes(String text) {
    int doubled = 0;
    for (int at = text.indexOf('\\');
        at >= 0 && at + 1 < text.length();
        at = text.indexOf('\\', at)) {
      char c = text.charAt(at + 1);
      if (c == '\\') {
        doubled += at + 2 < text.length() && JsonText.isLetter(text.charAt(at + 2)) ? 1 : 0;
        at += 2;
      } else {
        boolean isEscape = "\"\\/bfnrtu'\n".indexOf(c) >= 0;
        int end = JsonText.lettersEnd(text, at + 1);
        boolean isSingle = !isEscape || ("bf".indexOf(c) >= 0 && end - at > 2);
        if (isSingle) {
          return false;
        }

        at += 2;
      }
    }

    return doubled > 0;
  }
}
