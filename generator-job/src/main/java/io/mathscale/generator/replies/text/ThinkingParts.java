package io.mathscale.generator.replies.text;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts what a model thinks from what it says, by the marks that vendors put around thinking: tags
 * such as {@code <think>} and {@code [THINK]}, {@code ◁think▷}, {@code <|begin_of_thought|>}, and
 * the channels of harmony. Thinking that never ends is thinking to the end of the reply.
 */
final class ThinkingParts {
  private static final Set<String> NAMES =
      Set.of(
          "think",
          "thinking",
          "thought",
          "thoughts",
          "thinkingprocess",
          "thoughtprocess",
          "chainofthought",
          "reasoning",
          "reason",
          "scratchpad",
          "innermonologue",
          "innerthoughts",
          "reflection",
          "analysis",
          "planning",
          "cot",
          "antthinking",
          "beginofthought",
          "startofthought",
          "unused94",
          "channel");

  private static final Set<String> WITHOUT_ANALYSIS =
      NAMES.stream().filter(name -> !name.equals("analysis")).collect(Collectors.toSet());

  /** Names of tags that end thinking, though no slash says so. */
  private static final Set<String> ENDS = Set.of("endofthought", "unused95");

  /** Names that mean thinking in square brackets too, where other words have other uses. */
  private static final Set<String> IN_SQUARES = Set.of("think", "thinking", "thought", "reasoning");

  private static final String CHANNEL = "<|channel|>";
  private static final String MESSAGE = "<|message|>";
  private static final String BARE_ANALYSIS = "analysis";
  private static final String BARE_FINAL = "assistantfinal";
  private static final int LONGEST_TAG = 40;

  private final StringBuilder thought = new StringBuilder();
  private final StringBuilder said = new StringBuilder();

  private ThinkingParts() {}

  static ThinkingParts of(String text) {
    ThinkingParts parts = new ThinkingParts();
    if (text.contains(CHANNEL)) {
      parts.readChannels(text);
    } else if (isBareHarmony(text)) {
      int end = text.indexOf(BARE_FINAL);
      parts.thought.append(text, BARE_ANALYSIS.length(), end < 0 ? text.length() : end);
      parts.said.append(end < 0 ? "" : text.substring(end + BARE_FINAL.length()));
    } else {
      parts.readTags(text, NAMES);
    }

    return parts.said.toString().isBlank() ? parts.orAnalysis(text) : parts;
  }

  /** An analysis is what was asked for where tags or JSON stand in it, and nothing behind it. */
  private ThinkingParts orAnalysis(String text) {
    int open = text.indexOf("<analysis>");
    String inside = open < 0 ? "" : text.substring(open + "<analysis>".length()).stripLeading();
    boolean isForm = inside.startsWith("<") || inside.startsWith("{");
    if (!isForm || !inside.contains("</analysis>")) {
      return this;
    }

    ThinkingParts parts = new ThinkingParts();
    parts.readTags(text, WITHOUT_ANALYSIS);
    return parts;
  }

  String thought() {
    return thought.toString().strip();
  }

  String said() {
    return said.toString();
  }

  /** What is left of the channels by a service that drops special tokens. */
  private static boolean isBareHarmony(String text) {
    return text.startsWith(BARE_ANALYSIS)
        && text.length() > BARE_ANALYSIS.length()
        && Character.isUpperCase(text.charAt(BARE_ANALYSIS.length()));
  }

  /** The last final channel is what is said; a reply that begins outside of channels says that. */
  private void readChannels(String text) {
    int at = text.indexOf(CHANNEL);
    String before = text.substring(0, at).replace("<|start|>assistant", "");
    said.append(before.strip());
    int message = -1;
    while (at >= 0) {
      int next = text.indexOf(CHANNEL, at + CHANNEL.length());
      int end = next < 0 ? text.length() : next;
      message = message < at && message != text.length() ? text.indexOf(MESSAGE, at) : message;
      message = message < 0 ? text.length() : message;
      boolean hasMessage = message < end;
      int nameEnd = hasMessage ? message : Math.min(end, at + CHANNEL.length() + LONGEST_TAG);
      String name = text.substring(at + CHANNEL.length(), nameEnd).strip().toLowerCase(Locale.ROOT);
      String content = hasMessage ? untilToken(text, message + MESSAGE.length(), end) : "";
      if (name.startsWith("final")) {
        said.setLength(0);
        said.append(content);
      } else {
        think(content);
      }

      at = next;
    }
  }

  private static String untilToken(String text, int from, int to) {
    String content = text.substring(from, to);
    int token = content.indexOf("<|");
    return token < 0 ? content : content.substring(0, token);
  }

  private void think(String text) {
    if (!text.isBlank()) {
      thought.append(thought.isEmpty() ? "" : "\n\n").append(text.strip());
    }
  }

  private void readTags(String text, Set<String> names) {
    boolean thinks = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      int end = tagEnd(text, at);
      if (end < 0) {
        continue;
      }

      String name = name(text, at, end);
      boolean isSquare = text.charAt(at) == '[';
      boolean closes =
          name.startsWith("/")
              || ENDS.contains(name)
              || (text.charAt(end - 1) == '|' && name.equals("channel"));
      String bare = name.startsWith("/") ? name.substring(1) : name;
      if (!ENDS.contains(bare) && !(isSquare ? IN_SQUARES : names).contains(bare)) {
        continue;
      }

      if (closes) {
        if (!thinks) { // The prompt opened the tag.
          think(said.append(text, from, at).toString());
          said.setLength(0);
        } else {
          think(text.substring(from, at));
        }

        thinks = false;
        from = end + 1;
      } else if (!thinks) {
        said.append(text, from, at).append('\n');
        thinks = true;
        from = end + 1;
      }

      at = end;
    }

    if (thinks) {
      think(text.substring(from));
    } else {
      said.append(text, from, text.length());
    }
  }

  /** Where the tag that begins here ends, or −1 if none does. */
  private static int tagEnd(String text, int at) {
    char open = text.charAt(at);
    char close = open == '<' ? '>' : open == '[' ? ']' : open == '◁' ? '▷' : 0;
    if (close == 0) {
      return -1;
    }

    int most = Math.min(text.length(), at + LONGEST_TAG);
    for (int i = at + 1; i < most; i++) {
      char c = text.charAt(i);
      if (c == close) {
        return i;
      }

      boolean isName = Character.isLetterOrDigit(c) || "/|_-: ｜".indexOf(c) >= 0;
      if (!isName) {
        return -1;
      }
    }

    return -1;
  }

  private static String name(String text, int at, int end) {
    StringBuilder name = new StringBuilder();
    for (int i = at + 1; i < end; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetterOrDigit(c) || c == '/' || c == ':') {
        name.append(c);
      }
    }

    // A name before a colon is the vendor's.
    int colon = name.indexOf(":");
    boolean closes = name.length() > 0 && name.charAt(0) == '/';
    return colon < 0 ? name.toString() : (closes ? "/" : "") + name.substring(colon + 1);
  }
}
