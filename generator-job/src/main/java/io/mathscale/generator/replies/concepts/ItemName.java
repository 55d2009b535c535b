package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.text.PartText;
import io.mathscale.generator.replies.text.Phrases;
import java.util.regex.Pattern;

/** Takes a name out of an item: without its mark, Markdown, quotes and explanation. */
final class ItemName {
  private static final String BULLETS = "-*•+–—◦·‣▪▫●○■□◆◇►▸▶→➔➜➤➢➣✓✔☑✅★☆✦❖※∙⁃⦁・･";

  /** Bullets behind which a name needs a space, since it may begin with such a sign. */
  private static final String SPACED = "-*+–—→";

  /** What makes a sign an emoji. */
  private static final char EMOJI = '\uFE0F';

  private static final char KEYCAP = '\u20E3';

  private static final String ITEM = "\\item";

  /** {@code point 1}, which a prompt may show in the place of a name. */
  private static final Pattern COUNTED =
      Pattern.compile("(?i)(?:(?:knowledge )?point|topic|concept|name|item|kp|知识点|主题) ?\\d");

  /** What joins several to one. */
  private static final int JOINER = 0x200D;

  /** Behind the signs of geometry. */
  private static final int FIRST_PICTURE = 0x2600;

  /** Numbers in circles, from ① to ⑳. */
  private static final char FIRST_CIRCLE = '①';

  private static final char LAST_CIRCLE = '⑳';

  private ItemName() {}

  /** The name alone; empty for placeholders. */
  static String clean(String written) {
    String text = oneLine(PartText.plain(written));
    int mark = markEnd(text);
    String item = withoutEmoji(mark > 0 ? text.substring(mark).strip() : text);
    String name = withoutExplanation(withoutLabel(item));
    name = withoutMarks(withoutEmoji(name));
    return isJson(text)
            || Phrases.isPlaceholder(name)
            || Phrases.isRefusal(name)
            || Phrases.isTemplate(name)
            || COUNTED.matcher(name).matches()
        ? ""
        : name;
  }

  /** Without pictures at the ends. */
  private static String withoutEmoji(String name) {
    int start = keycapEnd(name);
    int end = name.length();
    while (start < end && isPicture(name.codePointAt(start))) {
      start += Character.charCount(name.codePointAt(start));
    }

    while (end > start && isPicture(name.codePointBefore(end))) {
      end -= Character.charCount(name.codePointBefore(end));
    }

    return start == 0 && end == name.length() ? name : name.substring(start, end).strip();
  }

  /** Behind a digit on a key. */
  private static int keycapEnd(String name) {
    int at = !name.isEmpty() && Character.isDigit(name.charAt(0)) ? 1 : 0;
    at += at > 0 && at < name.length() && name.charAt(at) == EMOJI ? 1 : 0;
    return at > 0 && at < name.length() && name.charAt(at) == KEYCAP ? at + 1 : 0;
  }

  private static boolean isPicture(int code) {
    int type = Character.getType(code);
    boolean isSign =
        code >= FIRST_PICTURE
            && (type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL);
    return isSign || code == EMOJI || code == JOINER;
  }

  /** Whether JSON that could not be read left its marks. */
  private static boolean isJson(String text) {
    return text.startsWith("[\"")
        || text.startsWith("{\"")
        || text.endsWith("\"]")
        || text.endsWith("\"}")
        || text.endsWith("\"]}");
  }

  /** {@code Topic: Algebra}. */
  private static String withoutLabel(String item) {
    return Headings.ofLine(item, 0, item.length())
        .filter(heading -> heading.kind().isConceptual() && heading.content() < item.length())
        .map(heading -> item.substring(heading.content()).strip())
        .orElse(item);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean isBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
      if (!isSpace) {
        line.append(c);
      } else if (!isBlank) {
        line.append(' ');
      }

      isBlank = isSpace;
    }

    return line.toString().strip();
  }

  /** Where the mark of an item ends, with the space behind it; 0 if it has none. */
  static int markEnd(String text) {
    int end = bareMarkEnd(text);
    if (end == 0) {
      return 0;
    }

    boolean isCircled =
        (text.charAt(0) >= FIRST_CIRCLE && text.charAt(0) <= LAST_CIRCLE)
            || text.charAt(0) == '（'
            || (BULLETS.indexOf(text.charAt(0)) >= 0 && SPACED.indexOf(text.charAt(0)) < 0)
            || text.charAt(end - 1) == '、'
            || text.charAt(end - 1) == '．';
    boolean hasSpace = end < text.length() && Character.isWhitespace(text.charAt(end));
    boolean isBold = text.startsWith("**", end) && end > 1;
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }

    return hasSpace || isCircled || isBold ? checkboxEnd(text, next) : 0;
  }

  private static int checkboxEnd(String text, int from) {
    boolean hasBox = text.startsWith("[ ] ", from) || text.startsWith("[x] ", from);
    return hasBox ? from + 4 : from;
  }

  private static int bareMarkEnd(String text) {
    if (text.isEmpty()) {
      return 0;
    }

    char first = text.charAt(0);
    if (text.startsWith(ITEM)) {
      return ITEM.length();
    }

    if (BULLETS.indexOf(first) >= 0 || (first >= FIRST_CIRCLE && first <= LAST_CIRCLE)) {
      return text.length() > 1 && text.charAt(1) == EMOJI ? 2 : 1;
    }

    int at = first == '(' || first == '（' || first == '[' ? 1 : 0;
    int from = at;
    while (at < text.length() && at < from + 4 && isOrdinal(text.charAt(at))) {
      at++;
    }

    boolean isLetter = at == from + 1 && Character.isLetter(text.charAt(from));
    boolean isNumber =
        at > from && (Character.isDigit(text.charAt(from)) || isRoman(text, from, at));
    boolean isClosed = at < text.length() && ".)）]、．:".indexOf(text.charAt(at)) >= 0;
    // 1.2. and 1.a) are numbers, too.
    if (isNumber
        && isClosed
        && at + 1 < text.length()
        && isOrdinal(text.charAt(at + 1))
        && text.charAt(at) == '.') {
      int deeper = at + 1;
      while (deeper < text.length() && isOrdinal(text.charAt(deeper))) {
        deeper++;
      }

      boolean isSpaced = deeper < text.length() && " .)".indexOf(text.charAt(deeper)) >= 0;
      return isSpaced ? deeper + (text.charAt(deeper) == ' ' ? 0 : 1) : 0;
    }

    return (isLetter || isNumber) && isClosed ? at + 1 : 0;
  }

  private static boolean isOrdinal(char c) {
    return Character.isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || Headings.NUMERALS.indexOf(c) >= 0;
  }

  private static boolean isRoman(String text, int from, int to) {
    boolean isCjk = Headings.NUMERALS.indexOf(text.charAt(from)) >= 0;
    for (int i = from; i < to; i++) {
      if ("ivxIVX".indexOf(text.charAt(i)) < 0 && !isCjk) {
        return false;
      }
    }

    return true;
  }

  /** The bold beginning; else what stands before a colon or a dash between spaces. */
  private static String withoutExplanation(String text) {
    for (String mark : new String[] {"**", "__"}) {
      int end = text.startsWith(mark) ? text.indexOf(mark, 2) : -1;
      if (end > 2) {
        String behind = text.substring(end + 2).strip();
        boolean isName =
            text.charAt(end - 1) == ':'
                || behind.isEmpty()
                || ":：–—(-".indexOf(behind.charAt(0)) >= 0;
        if (isName) {
          return text.substring(2, end);
        }
      }
    }

    int depth = 0;
    boolean inMath = false;
    for (int at = 2; at < text.length() - 1; at++) {
      char c = text.charAt(at);
      inMath ^= c == '$';
      depth += "([{（".indexOf(c) >= 0 ? 1 : ")]}）".indexOf(c) >= 0 ? -1 : 0;
      boolean isSpaced = text.charAt(at - 1) == ' ' && text.charAt(at + 1) == ' ';
      boolean isDash = isSpaced && "-–—→".indexOf(c) >= 0;
      boolean isColon = c == '：' || (c == ':' && text.charAt(at + 1) == ' ');
      boolean isLongDash = c == '—' && Character.isLetter(text.charAt(at - 1));
      if (depth <= 0 && !inMath && (isDash || isColon || isLongDash)) {
        return text.substring(0, at);
      }
    }

    return text;
  }

  private static String withoutMarks(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && "*_`\"'“‘#:<>~ ".indexOf(name.charAt(start)) >= 0) {
      start++;
    }

    while (end > start && isTail(name, end - 1)) {
      end--;
    }

    String bare = name.substring(start, end).replace("**", "").strip();
    boolean isSquare =
        bare.startsWith("[") && bare.endsWith("]") && bare.indexOf(']') == bare.length() - 1;
    return isSquare ? bare.substring(1, bare.length() - 1).strip() : bare;
  }

  private static boolean isTail(String name, int at) {
    char c = name.charAt(at);
    // The last point of "etc." and "e.g." is dropped like any other.
    return "*_`\"'”’.,;:：。，；、<>~ ".indexOf(c) >= 0;
  }
}
