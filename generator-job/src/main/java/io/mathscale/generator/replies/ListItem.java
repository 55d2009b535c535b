package io.mathscale.generator.replies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the name out of a list item: without Markdown, quotes and explanation. */
final class ListItem {
  /** Groups: what is bold, what follows. */
  private static final Pattern BOLD = Pattern.compile("^(?:\\*\\*|__)(.+?)(?:\\*\\*|__)(.*)$");

  /** What separates a bold name from its explanation. */
  private static final Pattern EXPLAINED = Pattern.compile("^\\s*(?:[:：–—(-].*)?$");

  /** What separates a plain name from its explanation. */
  private static final Pattern EXPLANATION = Pattern.compile("(?<=..)(?::\\s|\\s[–—]\\s).*$");

  private static final Pattern QUOTED = Pattern.compile("^[\"'`“‘](.+)[\"'`”’]$");

  private ListItem() {}

  static String name(String item) {
    String text = item.strip();
    Matcher bold = BOLD.matcher(text);
    boolean isBoldName =
        bold.matches()
            && (bold.group(1).endsWith(":") || EXPLAINED.matcher(bold.group(2)).matches());
    String name =
        isBoldName ? bold.group(1) : EXPLANATION.matcher(text.replace("**", "")).replaceFirst("");
    return unquoted(name.strip().replaceFirst("[:.,;*_]+$", "").replaceFirst("^[*_]+", "").strip());
  }

  private static String unquoted(String name) {
    Matcher quoted = QUOTED.matcher(name);
    return quoted.matches() ? quoted.group(1).strip() : name;
  }
}
