package io.mathscale.generator.replies.json;

import io.mathscale.generator.replies.text.Steps;

/**
 * Writes the JSON that a model meant: of quotes of any kind, keys without quotes, values of Python,
 * comments, commas too many or too few, quotes within texts, and ends that are missing. One pass,
 * as deep as {@link #MAX_DEPTH}.
 */
final class JsonRepair {
  /** JSON of replies is not nested deeper. */
  static final int MAX_DEPTH = 40;

  private static final int LONGEST_BARE_VALUE = 200;

  private final String text;
  private final StringBuilder json = new StringBuilder();
  private final JsonStrings strings;
  private int at;
  private boolean isCut;

  private JsonRepair(String text, int start, boolean doublesBackslashes) {
    this.text = text;
    this.at = start;
    this.strings = new JsonStrings(text, doublesBackslashes);
  }

  /**
   * JSON that was repaired.
   *
   * @param json valid JSON
   * @param end where it ends in the text
   * @param isCut whether the text ends before the JSON does, in the middle of a text
   */
  record Repaired(String json, int end, boolean isCut) {}

  /**
   * Repairs the JSON that begins at a brace or bracket.
   *
   * @param doublesBackslashes whether the model doubled backslashes, as JSON wants
   * @return null if nothing begins there that looks like JSON
   */
  static Repaired repaired(String text, int start, boolean doublesBackslashes, Steps steps) {
    JsonRepair repair = new JsonRepair(text, start, doublesBackslashes);
    boolean isJson = repair.value(0);
    steps.add(2L * (repair.at - start) + 1);
    return isJson ? new Repaired(repair.json.toString(), repair.at, repair.isCut) : null;
  }

  private boolean value(int depth) {
    skipBlank();
    if (at >= text.length()) {
      json.append("null");
      isCut = true;
      return true;
    }

    char c = text.charAt(at);
    if (c == '{') {
      return depth < MAX_DEPTH && object(depth + 1);
    }

    if (c == '[' || c == '(') {
      return depth < MAX_DEPTH && array(depth + 1);
    }

    if (JsonText.isQuote(text, at)) {
      string(false);
      return true;
    }

    return bareValue();
  }

  private boolean object(int depth) {
    json.append('{');
    at++;
    boolean isFirst = true;
    while (true) {
      skipBlankAndCommas();
      if (at >= text.length()) {
        json.append('}');
        return true;
      }

      char c = text.charAt(at);
      if (c == '}' || c == ']' || c == ')') {
        at += c == '}' ? 1 : 0; // Another end belongs to what is around.
        json.append('}');
        return true;
      }

      json.append(isFirst ? "" : ",");
      if (!key() || !value(depth)) {
        return false;
      }

      isFirst = false;
    }
  }

  private boolean key() {
    if (JsonText.isQuote(text, at)) {
      string(true);
    } else if (JsonText.isBareKey(text, at)) {
      int from = at;
      while (":：".indexOf(text.charAt(at)) < 0) {
        at++;
      }

      JsonStrings.write(text.substring(from, at).strip(), json);
    } else {
      return false;
    }

    skipBlank();
    boolean hasColon = at < text.length() && ":：=".indexOf(text.charAt(at)) >= 0;
    if (hasColon) {
      at++;
      at += at < text.length() && text.charAt(at) == '>' ? 1 : 0;
      json.append(':');
    } else if (at >= text.length()) {
      json.append(":null");
      return false;
    }

    return hasColon;
  }

  private boolean array(int depth) {
    char end = text.charAt(at) == '[' ? ']' : ')';
    json.append('[');
    at++;
    boolean isFirst = true;
    while (true) {
      skipBlankAndCommas();
      if (at >= text.length()) {
        json.append(']');
        return true;
      }

      char c = text.charAt(at);
      if (c == end || c == '}' || c == ']' || c == ')') {
        at += c == end ? 1 : 0;
        json.append(']');
        return true;
      }

      json.append(isFirst ? "" : ",");
      int before = at;
      if (!value(depth) || at == before) {
        return false;
      }

      isFirst = false;
    }
  }

  /** A string, or several that signs of addition connect. */
  private void string(boolean isKey) {
    StringBuilder value = new StringBuilder();
    while (true) {
      JsonStrings.End end = strings.read(at, isKey, value);
      at = end.at();
      isCut |= end.isCut();
      int next = JsonText.afterSpaces(text, at);
      boolean goesOn = next < text.length() && text.charAt(next) == '+';
      int second = goesOn ? JsonText.afterSpaces(text, next + 1) : next;
      if (!goesOn || !JsonText.isQuote(text, second)) {
        break;
      }

      at = second;
    }

    JsonStrings.write(value.toString(), json);
  }

  private boolean bareValue() {
    int from = at;
    int most = Math.min(text.length(), at + LONGEST_BARE_VALUE);
    while (at < most && ",}]\n".indexOf(text.charAt(at)) < 0) {
      // A string with the letter that Python sets before it.
      if (at == from + 1 && "rbfu".indexOf(text.charAt(from)) >= 0 && JsonText.isQuote(text, at)) {
        string(false);
        return true;
      }

      at++;
    }

    String word = text.substring(from, at).strip();
    if (word.isEmpty()) {
      json.append("null");
      return at < text.length() && ",}]".indexOf(text.charAt(at)) >= 0;
    }

    switch (word) {
      case "None", "null", "NaN", "nan", "undefined", "nil" -> json.append("null");
      case "True", "true" -> json.append("true");
      case "False", "false" -> json.append("false");
      default -> JsonStrings.write(word, json);
    }

    return true;
  }

  private void skipBlankAndCommas() {
    skipBlank();
    while (at < text.length() && ",;，".indexOf(text.charAt(at)) >= 0) {
      at++;
      skipBlank();
    }
  }

  private void skipBlank() {
    while (true) {
      at = JsonText.afterSpaces(text, at);
      if (at >= text.length() || !JsonText.isComment(text, at)) {
        return;
      }

      int end = text.startsWith("/*", at) ? text.indexOf("*/", at) : text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + (text.startsWith("*/", end) ? 2 : 1);
    }
  }
}
