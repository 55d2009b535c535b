package io.mathscale.generator.replies.text;

/**
 * What a reply says, apart from what its model thought.
 *
 * @param reasoning what it thought; empty if it shows nothing of it
 * @param said what it says, in lines that end in {@code \n}, without special tokens
 */
public record ReplyText(String reasoning, String said) {
  /** A longer text, in characters, is neither a pair nor concepts. */
  public static final int MAX_SAID = 100_000;

  /** Takes a reply apart. */
  public static ReplyText of(String reply, Steps steps) {
    steps.add(4L * reply.length());
    ThinkingParts parts = ThinkingParts.of(withPlainLines(reply));
    String boxed =
        parts.said().replace("<|begin_of_box|>", "\\boxed{").replace("<|end_of_box|>", "}");
    String said = ChatTokens.dropped(EchoedTurns.dropped(boxed));
    said = PartText.withoutQuoteMarks(said);
    boolean isEscaped =
        said.contains("&lt;question") || said.contains("&lt;/") || said.contains("{&quot;");
    return new ReplyText(parts.thought(), isEscaped ? Entities.decoded(said) : said);
  }

  /** Whether it says more than can be asked for. */
  public boolean isTooLong() {
    return said.length() > MAX_SAID;
  }

  private static String withPlainLines(String reply) {
    StringBuilder plain = new StringBuilder(reply.length());
    for (int at = 0; at < reply.length(); at++) {
      char c = reply.charAt(at);
      switch (c) {
        case '\r' -> {
          boolean isPair = at + 1 < reply.length() && reply.charAt(at + 1) == '\n';
          plain.append(isPair ? "" : "\n");
        }
        case '\u2028', '\u2029', '\u0085' -> plain.append('\n');
        case '\uFEFF', '\u200B', '\u2060', '\u0000' -> {} // Seen by nobody.
        default -> plain.append(c);
      }
    }

    return plain.toString();
  }
}
