package io.mathscale.generator.replies.text;

import java.util.ArrayList;
import java.util.List;

/** Takes away from a part of a reply what its wrapper left in it: references, tags, indents. */
public final class PartText {
  /** Tags of layout; of these the content stays. */
  private static final List<String> LAYOUT =
      List.of(
          "p",
          "div",
          "span",
          "b",
          "strong",
          "i",
          "em",
          "li",
          "ul",
          "ol",
          "step",
          "steps",
          "u",
          "center",
          "text",
          "content",
          "math",
          "latex",
          "html",
          "body",
          "pre",
          "code",
          "h1",
          "h2",
          "h3",
          "h4",
          "section",
          "details",
          "summary",
          "item",
          "pair",
          "qa",
          "output",
          "result",
          "root",
          "response",
          "data");

  private static final List<String> LEFTOVERS =
      List.of("<![CDATA[", "]]>", "\\begin{document}", "\\end{document}", "\\maketitle");

  private static final int LONGEST_TAG = 30;
  private static final List<String> ANSWER_TAGS = List.of("final_answer", "answer");

  private PartText() {}

  /** The plain text of a part. */
  public static String plain(String part) {
    String text =
        Ends.withoutFences(withoutTags(withoutLastTag(withoutBoxTags(withoutQuoteMarks(part)))));
    for (String leftover : LEFTOVERS) {
      text = text.replace(leftover, "");
    }

    return withoutIndent(Entities.decoded(text));
  }

  /** The text without the marks of a quote where each line has one that is not blank. */
  static String withoutQuoteMarks(String text) {
    if (!text.stripLeading().startsWith(">")) {
      return text;
    }

    StringBuilder plain = new StringBuilder(text.length());
    for (String line : text.split("\n", -1)) {
      String rest = line.stripLeading();
      if (!rest.isEmpty() && rest.charAt(0) != '>') {
        return text;
      }

      plain.append(rest.isEmpty() ? "" : rest.substring(1)).append('\n');
    }

    return plain.toString();
  }

  /** HTML with the marks of Markdown: headings, bold, lines. */
  public static String inMarkdown(String html) {
    boolean isHtml =
        html.contains("<h")
            || html.contains("<b>")
            || html.contains("<strong>")
            || html.contains("<summary>")
            || html.contains("<p>");
    if (!isHtml) {
      return html;
    }

    String text = html;
    for (int level = 1; level <= 6; level++) {
      text = text.replace("<h" + level + ">", "\n## ").replace("</h" + level + ">", "\n");
    }

    for (String bold : List.of("<b>", "</b>", "<strong>", "</strong>")) {
      text = text.replace(bold, "**");
    }

    return text.replace("<summary>", "\n## ")
        .replace("</summary>", "\n")
        .replace("<p>", "\n")
        .replace("</p>", "\n")
        .replace("<br>", "\n")
        .replace("<br/>", "\n");
  }

  /** {@code <answer>\\boxed{4}</answer>}: the box says it already. */
  private static String withoutBoxTags(String part) {
    String text = part;
    for (String tag : ANSWER_TAGS) {
      int open = text.indexOf("<" + tag + ">");
      int close = open < 0 ? -1 : text.indexOf("</" + tag + ">", open);
      if (close >= 0 && text.substring(open, close).contains("\\boxed")) {
        text =
            text.substring(0, open)
                + text.substring(open + tag.length() + 2, close)
                + text.substring(close + tag.length() + 3);
      }
    }

    return text;
  }

  /** Without the end of a tag that began before the part. */
  private static String withoutLastTag(String part) {
    String text = part.stripTrailing();
    int open = text.endsWith(">") ? text.lastIndexOf("</") : -1;
    if (open < 0 || text.length() - open > LONGEST_TAG) {
      return part;
    }

    String name = text.substring(open + 2, text.length() - 1);
    boolean isName = name.chars().allMatch(c -> Character.isLetter(c) || c == '_');
    return isName && !text.contains("<" + name) ? text.substring(0, open) : part;
  }

  private static String withoutTags(String text) {
    int at = text.indexOf('<');
    if (at < 0) {
      return text;
    }

    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = text.indexOf('<', at + 1)) {
      int end = layoutEnd(text, at);
      if (end >= 0 && at >= from) {
        plain.append(text, from, at);
        boolean breaks =
            text.startsWith("<br", at) || text.startsWith("</p", at) || text.startsWith("</li", at);
        plain.append(breaks ? "\n" : "");
        from = end;
      }
    }

    return plain.append(text, from, text.length()).toString();
  }

  private static int layoutEnd(String text, int at) {
    int most = Math.min(text.length(), at + LONGEST_TAG);
    int nameStart = text.startsWith("</", at) ? at + 2 : at + 1;
    int nameEnd = nameStart;
    while (nameEnd < most && Character.isLetterOrDigit(text.charAt(nameEnd))) {
      nameEnd++;
    }

    String name =
        text.substring(Math.min(nameStart, nameEnd), nameEnd).toLowerCase(java.util.Locale.ROOT);
    if (!LAYOUT.contains(name) && !name.equals("br")) {
      return -1;
    }

    for (int end = nameEnd; end < most; end++) {
      char c = text.charAt(end);
      if (c == '>') {
        return end + 1;
      }

      boolean isAttribute = nameEnd < end || c == ' ' || c == '/';
      if (!isAttribute || c == '\n' || c == '<') {
        return -1;
      }
    }

    return -1;
  }

  /** Without the mark and indent of a block in YAML: {@code |} or {@code >} and a line end. */
  private static String withoutIndent(String part) {
    String text = part.stripLeading();
    int newline = text.indexOf('\n');
    boolean isBlock =
        newline > 0
            && newline <= 4
            && (text.charAt(0) == '|' || text.charAt(0) == '>')
            && text.substring(1, newline).chars().allMatch(c -> "+- 0123456789\r".indexOf(c) >= 0);
    if (!isBlock) {
      return part;
    }

    String[] lines = text.substring(newline + 1).split("\n", -1);
    int indent = Integer.MAX_VALUE;
    for (String line : lines) {
      if (!line.isBlank()) {
        indent = Math.min(indent, line.length() - line.stripLeading().length());
      }
    }

    List<String> plain = new ArrayList<>();
    for (String line : lines) {
      plain.add(line.isBlank() ? "" : line.substring(indent));
    }

    return String.join("\n", plain);
  }
}
