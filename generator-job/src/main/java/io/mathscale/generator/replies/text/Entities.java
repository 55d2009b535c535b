package io.mathscale.generator.replies.text;

import java.util.Map;

/**
 * Decodes the character references of HTML that stand in replies, such as those of the signs of
 * order.
 */
public final class Entities {
  private static final int LONGEST = 10;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("times", "×"),
          Map.entry("divide", "÷"),
          Map.entry("minus", "−"),
          Map.entry("plusmn", "±"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("deg", "°"),
          Map.entry("pi", "π"),
          Map.entry("radic", "√"),
          Map.entry("infin", "∞"),
          Map.entry("frac12", "½"),
          Map.entry("frac14", "¼"),
          Map.entry("frac34", "¾"),
          Map.entry("sup2", "²"),
          Map.entry("sup3", "³"),
          Map.entry("theta", "θ"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("rdquo", "”"),
          Map.entry("ldquo", "“"),
          Map.entry("middot", "·"));

  private Entities() {}

  /** The text with its known references replaced; others stay. */
  public static String decoded(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }

    StringBuilder decoded = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = text.indexOf('&', at + 1)) {
      int end = end(text, at + 1);
      String character = end < 0 ? null : character(text.substring(at + 1, end));
      if (character != null) {
        decoded.append(text, from, at).append(character);
        from = end + 1;
      }
    }

    return decoded.append(text, from, text.length()).toString();
  }

  private static int end(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST);
    for (int at = from; at < most; at++) {
      char c = text.charAt(at);
      if (c == ';') {
        return at;
      }

      if (!Character.isLetterOrDigit(c) && c != '#') {
        return -1;
      }
    }

    return -1;
  }

  private static String character(String name) {
    if (!name.startsWith("#")) {
      return NAMED.get(name);
    }

    boolean isHex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
      boolean isText = code == '\n' || code == '\t' || code >= ' ';
      return isText && Character.isValidCodePoint(code) ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null; // No number: what looks like a reference is none.
    }
  }
}
