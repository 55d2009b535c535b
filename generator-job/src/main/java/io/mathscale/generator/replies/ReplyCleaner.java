package io.mathscale.generator.replies;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts from the ends of a text what is not the text: Markdown of headings, rules, small talk. */
final class ReplyCleaner {
  /** Stars, rules and hashes that were left at an end by the heading before or after. */
  private static final Pattern LEADING =
      Pattern.compile("^(?:\\s|[*_]{2,3}(?=\\s|$)|-{3,}(?=\\s)|:)+");

  private static final Pattern TRAILING =
      Pattern.compile("(?:\\s|(?<=\\s)(?:[*_]{2,3}|#{1,6}|-{3,}|={3,}|>))+$");

  /** Bold around a whole text. */
  private static final Pattern ALL_BOLD = Pattern.compile("^\\*\\*([^*]+)\\*\\*$");

  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n|\\n-{3,}\\s*\\n");

  /** How teachers begin to talk about the pair once it is finished. */
  private static final Pattern SMALL_TALK =
      Pattern.compile(
          "^[*_\\s]*(?:i hope|hope this|let me know|feel free|please let|if you (?:have|need|would)"
              + "|this (?:new )?(?:question|problem|solution|task|exercise) "
              + "|note:|note that this (?:question|problem)|in this (?:question|problem),?"
              + "|would you like|good luck|is there anything).*",
          Pattern.DOTALL);

  private ReplyCleaner() {}

  /** A question without what is left of its headings. */
  static String question(String text) {
    String trimmed = ends(text);
    Matcher bold = ALL_BOLD.matcher(trimmed);
    return bold.matches() ? bold.group(1).strip() : trimmed;
  }

  /** A solution without what is left of its headings, and without small talk after its end. */
  static String solution(String text) {
    String rest = ends(text);
    int lastParagraph = lastParagraph(rest);
    while (lastParagraph > 0 && isSmallTalk(rest.substring(lastParagraph))) {
      rest = ends(rest.substring(0, lastParagraph));
      lastParagraph = lastParagraph(rest);
    }

    return rest;
  }

  private static boolean isSmallTalk(String paragraph) {
    String lower = paragraph.strip().toLowerCase(Locale.ROOT);
    // A paragraph that states the answer is part of the solution, whatever it begins with.
    return SMALL_TALK.matcher(lower).matches()
        && !lower.contains("\\boxed")
        && !lower.contains("answer is");
  }

  private static int lastParagraph(String text) {
    Matcher ends = PARAGRAPH_END.matcher(text);
    int start = -1;
    while (ends.find()) {
      start = ends.end();
    }

    return start;
  }

  private static String ends(String text) {
    String started = LEADING.matcher(text).replaceFirst("");
    String ended = TRAILING.matcher(started).replaceFirst("");
    boolean isUnpaired = ended.endsWith("**") && ended.split("\\*\\*", -1).length % 2 == 0;
    return isUnpaired ? ended.substring(0, ended.length() - 2).strip() : ended;
  }
}
