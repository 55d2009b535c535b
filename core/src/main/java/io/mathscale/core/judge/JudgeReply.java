package io.mathscale.core.judge;

import io.mathscale.core.data.JudgeVerdict;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verdict of a judge and its reasons.
 *
 * @param verdict what it says of the solution
 * @param words what it says before that
 */
public record JudgeReply(JudgeVerdict verdict, String words) {
  private static final String VERDICT = "VERDICT-";

  /** Asterisks and the like, with which models set a line off. */
  private static final Pattern LINE =
      Pattern.compile(
          "[\\s*#>`]{0,9}VERDICT-(\\w{1,64})[\\s*`]{0,9}:[\\s*`]{0,9}([A-Z]{5,6})[\\s*`.]{0,9}");

  /**
   * The verdict in the last line that gives one under a mark. Verdicts under no mark or another,
   * such as a solution may hold and a judge may quote, are no verdicts.
   *
   * @param mark that of the prompt
   */
  static Optional<JudgeReply> read(String reply, String mark) {
    int end = reply.length();

    while (end >= 0) {
      int start = end == 0 ? 0 : reply.lastIndexOf('\n', end - 1) + 1;
      Optional<JudgeVerdict> verdict = verdict(reply.substring(start, end), mark);
      if (verdict.isPresent()) {
        return Optional.of(new JudgeReply(verdict.get(), reply.substring(0, start).strip()));
      }

      end = start - 1;
    }

    return Optional.empty();
  }

  /** Whether a reply holds a verdict, under whatever mark. */
  public static boolean isReadable(String reply) {
    return reply.contains(VERDICT) && reply.lines().anyMatch(line -> verdict(line).isPresent());
  }

  private static Optional<JudgeVerdict> verdict(String line, String mark) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() && matcher.group(1).equals(mark)
        ? JudgeVerdict.named(matcher.group(2))
        : Optional.empty();
  }

  private static Optional<JudgeVerdict> verdict(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? JudgeVerdict.named(matcher.group(2)) : Optional.empty();
  }
}
