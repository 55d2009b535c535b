package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the field of a JSON object that holds the answer. Reads what models write: commands of
 * LaTeX with single backslashes, commas before the closing brace, single quotes.
 */
final class JsonAnswers {
  private static final String[] KEYS = {
    "final_answer", "finalanswer", "final answer", "final-answer", "answer", "answers", "result"
  };
  private static final int LONGEST_VALUE = 20_000;
  private static final int MOST_ITEMS = 200;

  private JsonAnswers() {}

  /** The last answer that a JSON object in the text holds. */
  static Optional<FoundAnswer> last(String text) {
    if (!mayHaveKey(text)) {
      return Optional.empty();
    }
    String lower = AnswerText.lower(text);
    for (String key : KEYS) {
      if (!lower.contains(key)) {
        continue;
      }
      int tries = 0;
      for (int at = lower.lastIndexOf(key); at > 0; at = lower.lastIndexOf(key, at - 1)) {
        if (tries++ > MOST_ITEMS) {
          break;
        }
        int end = at + key.length();
        Optional<String> value = valueOf(text, at, end);
        if (value.isPresent()) {
          return value.map(
              found ->
                  new FoundAnswer(
                      Ending.JSON, readings(found, isList(text, end)), List.of(), false));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a quoted text starts somewhere as the keys do. */
  private static boolean mayHaveKey(String text) {
    if (text.indexOf('"') < 0 && (text.indexOf('{') < 0 || text.indexOf('\'') < 0)) {
      return false;
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        char next = text.charAt(i + 1);
        if ("afrAFR".indexOf(next) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** The value; a list also as a tuple, which JSON has none of; commands that lost backslashes. */
  private static List<String> readings(String value, boolean isList) {
    List<String> readings = new ArrayList<>(List.of(value));
    if (isList) {
      readings.add("(" + value + ")");
    }
    String repaired = withBackslashes(value);
    if (!repaired.equals(value)) {
      readings.add(repaired);
    }
    return readings;
  }

  private static boolean isList(String text, int endOfKey) {
    int colon = text.indexOf(':', endOfKey);
    int start = skipSpace(text, colon + 1);
    return start < text.length() && text.charAt(start) == '[';
  }

  private static String withBackslashes(String value) {
    if (value.indexOf('\\') >= 0) {
      return value;
    }
    String text = value.replace("\frac{", "frac{");
    return text.replace("frac{", "\\frac{").replace("sqrt{", "\\sqrt{");
  }

  private static Optional<String> valueOf(String text, int from, int to) {
    char quote = text.charAt(from - 1);
    if ((quote != '"' && quote != '\'') || to >= text.length() || text.charAt(to) != quote) {
      return Optional.empty();
    }
    int colon = skipSpace(text, to + 1);
    if (colon >= text.length() || text.charAt(colon) != ':') {
      return Optional.empty();
    }
    int start = skipSpace(text, colon + 1);
    return start >= text.length()
        ? Optional.empty()
        : value(text, start).filter(value -> !Placeholders.isOne(value));
  }

  private static Optional<String> value(String text, int start) {
    char c = text.charAt(start);
    if (c == '"' || c == '\'') {
      int end = stringEnd(text, start);
      return end < 0 ? Optional.empty() : Optional.of(unescaped(text, start + 1, end));
    }
    if (c == '[') {
      return list(text, start);
    }
    if (c == '{') {
      return Optional.empty();
    }
    int end = start;
    int most = Math.min(text.length(), start + LONGEST_VALUE);
    while (end < most && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end == most ? Optional.empty() : Optional.of(text.substring(start, end).strip());
  }

  private static Optional<String> list(String text, int start) {
    List<String> items = new ArrayList<>();
    int at = start + 1;
    while (at < text.length() && items.size() < MOST_ITEMS) {
      at = skipSpace(text, at);
      char c = at < text.length() ? text.charAt(at) : ']';
      if (c == ']') {
        return Optional.of(String.join(", ", items));
      }
      if (c == ',') {
        at++;
      } else if (c == '"' || c == '\'') {
        int end = stringEnd(text, at);
        if (end < 0) {
          return Optional.empty();
        }
        items.add(unescaped(text, at + 1, end));
        at = end + 1;
      } else if (c == '[' || c == '{') {
        return Optional.empty();
      } else {
        int end = at;
        while (end < text.length() && ",]".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        items.add(text.substring(at, end).strip());
        at = end;
      }
    }
    return Optional.empty();
  }

  private static int stringEnd(String text, int start) {
    char quote = text.charAt(start);
    int most = Math.min(text.length(), start + LONGEST_VALUE);
    for (int i = start + 1; i < most; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private static String unescaped(String text, int from, int to) {
    StringBuilder plain = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < to ? text.charAt(i + 1) : 0;
      boolean endsWord = i + 2 >= to || !Character.isLetter(text.charAt(i + 2));
      if (next == '\\' || next == '"' || next == '/' || next == '\'') {
        plain.append(next);
        i++;
      } else if ("ntr".indexOf(next) >= 0 && next != 0 && endsWord) {
        plain.append('\n');
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
