package io.mathscale.grader.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what a text strikes through, as in {@code ~~42~~ 41}: it is taken back. */
final class StruckText {
  /**
   * Two tildes are spaces in LaTeX; as marks they stand at the edge of words. What they enclose is
   * kept short, so that no mark far away is taken for the end.
   */
  private static final Pattern TILDES =
      Pattern.compile(
          "(?<![^\\s({*:])~~(?=[^\\s~])([^~\\n]{1,200})(?<=[^\\s~])~~(?![^\\s)}*.,;:!?])");

  /** The tag {@code s} is not among them: models use it as a mark of the start and the end. */
  private static final Pattern TAGS =
      Pattern.compile("<(del|strike)>[^<\\n]{0,200}</\\1>", Pattern.CASE_INSENSITIVE);

  private StruckText() {}

  /** The text without what is struck through. */
  static String removedFrom(String text) {
    String kept = text;
    if (kept.contains("~~")) {
      kept = replaced(TILDES.matcher(kept), kept);
    }
    return kept.contains("</") ? replaced(TAGS.matcher(kept), kept) : kept;
  }

  private static String replaced(Matcher struck, String text) {
    return struck.find() ? struck.replaceAll("") : text;
  }
}
