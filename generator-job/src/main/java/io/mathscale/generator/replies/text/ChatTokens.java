package io.mathscale.generator.replies.text;

import java.util.List;
import java.util.Locale;

/** Drops the special tokens of chat templates, and what a model writes after its turn has ended. */
final class ChatTokens {
  private static final int LONGEST = 40;

  /** Tokens without bars. */
  private static final List<String> BARE =
      List.of(
          "</s>",
          "<s>",
          "<eos>",
          "<bos>",
          "<pad>",
          "<unk>",
          "<end_of_turn>",
          "<start_of_turn>",
          "<sep>",
          "[inst]",
          "[/inst]",
          "[eos]");

  /** Parts of the names of tokens after which another turn would follow. */
  private static final List<String> ENDS =
      List.of(
          "end",
          "eot",
          "eom",
          "eos",
          "return",
          "im_start",
          "start_of_turn",
          "user",
          "human",
          "/s",
          "[inst]");

  private static final List<String> ROLES = List.of("assistant", "model", "user", "system");

  private ChatTokens() {}

  /** The text of the first turn that says something. */
  static String dropped(String text) {
    StringBuilder said = new StringBuilder(text.length());
    boolean isSaid = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      int end = tokenEnd(text, at);
      if (end < 0) {
        continue;
      }

      String piece = text.substring(from, at);
      said.append(piece);
      isSaid |= !piece.isBlank();
      String token = text.substring(at, end).toLowerCase(Locale.ROOT);
      if (isSaid && ENDS.stream().anyMatch(token::contains)) {
        return said.toString();
      }

      from = afterRole(text, end);
      at = from - 1;
    }

    return from == 0 ? text : said.append(text, from, text.length()).toString();
  }

  private static int tokenEnd(String text, int at) {
    char c = text.charAt(at);
    if (c != '<' && c != '[') {
      return -1;
    }

    char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean mayBegin = (c == '<' ? "s/ebpu" : "/iIeE").indexOf(second) >= 0;
    for (String token : mayBegin ? BARE : List.<String>of()) {
      boolean mayBe = token.charAt(0) == c && token.charAt(1) == Character.toLowerCase(second);
      if (mayBe && text.regionMatches(true, at, token, 0, token.length())) {
        return at + token.length();
      }
    }

    if (c != '<' || !isBar(second)) {
      return -1;
    }

    int most = Math.min(text.length() - 1, at + LONGEST);
    int letters = 0;
    for (int i = at + 2; i < most; i++) {
      char next = text.charAt(i);
      if (isBar(next) && text.charAt(i + 1) == '>') {
        // $0 <|x|> 1$ is no token.
        return letters >= 3 ? i + 2 : -1;
      }

      if (!Character.isLetterOrDigit(next) && "_▁ -".indexOf(next) < 0) {
        return -1;
      }

      letters++;
    }

    return -1;
  }

  private static boolean isBar(char c) {
    return c == '|' || c == '｜';
  }

  /** After a role and the end of its line, where a token opens a turn. */
  private static int afterRole(String text, int from) {
    for (String role : ROLES) {
      int end = from + role.length();
      boolean isRole = text.startsWith(role, from);
      if (isRole && (end == text.length() || "\n<".indexOf(text.charAt(end)) >= 0)) {
        return end;
      }
    }

    return from;
  }
}
