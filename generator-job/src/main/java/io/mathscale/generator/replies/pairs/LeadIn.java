package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.text.Ends;
import io.mathscale.generator.replies.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Drops what stands before a question: "Sure! Here is a new problem:", and titles. */
final class LeadIn {
  private static final int LONGEST_TITLE = 80;
  private static final int MOST = 5;
  private static final int LONGEST_CHINESE_TITLE = 14;

  /** Parts of clauses. */
  private static final List<String> CHINESE_CLAUSES = List.of("已知", "设", "若", "如图", "有", "是");

  /** Words that are written small in titles. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "of", "the", "and", "a", "an", "in", "on", "for", "with", "to", "at", "by", "from", "vs",
          "or");

  private LeadIn() {}

  /** The text without the paragraphs and lines that only lead to it. */
  static String dropped(String text) {
    String rest = Ends.trimmed(text);
    for (int i = 0; i < MOST; i++) {
      int newline = rest.indexOf('\n');
      String line = newline < 0 ? rest : rest.substring(0, newline);
      boolean isLead = isIntroduction(line) || (newline >= 0 && isTitle(line));
      if (!isLead) {
        return rest;
      }

      rest = newline < 0 ? "" : Ends.trimmed(rest.substring(newline));
    }

    return rest;
  }

  /** The question without a title above it. */
  static String withoutTitle(String question) {
    int newline = question.indexOf('\n');
    boolean hasTitle = newline >= 0 && isTitle(question.substring(0, newline));
    return hasTitle ? Ends.trimmed(question.substring(newline)) : question;
  }

  /**
   * Whether what stands beside the heading of a question, in the heading's own marks, is a title:
   * {@code ### Question: The Farmer's Fence}.
   *
   * @param beside the rest of the heading's line
   * @param under what follows up to the next heading
   */
  static boolean isTitleBeside(String beside, String under) {
    String title = beside.strip();
    String text = under.strip();
    return !title.isEmpty()
        && !text.isEmpty()
        && !Character.isLowerCase(text.charAt(0))
        && title.length() <= LONGEST_TITLE
        && saysNothing(title)
        && isNamed(title)
        && !Headings.hasAsk(title);
  }

  /** Whether words begin with capitals, as they do in titles and not in the sentence of a story. */
  private static boolean isNamed(String title) {
    if (",，:：;；、".indexOf(title.charAt(title.length() - 1)) >= 0) {
      return false;
    }

    return title.codePoints().anyMatch(Character::isIdeographic)
        ? title.length() <= LONGEST_CHINESE_TITLE
            && CHINESE_CLAUSES.stream().noneMatch(title::contains)
        : Arrays.stream(title.split(" +", -1))
            .noneMatch(
                word -> Character.isLowerCase(word.charAt(0)) && !SMALL_WORDS.contains(word));
  }

  /**
   * Whether the last line is a title that says that what follows is better: {@code Final version}.
   */
  static boolean endsInRevision(String text) {
    String stripped = text.strip();
    String line = stripped.substring(stripped.lastIndexOf('\n') + 1);
    return line.length() <= LONGEST_TITLE / 2 && isTitle(line) && Phrases.isRevision(line);
  }

  private static boolean isIntroduction(String line) {
    String text = line.strip();
    boolean leads =
        text.endsWith(":")
            || text.endsWith("：")
            || text.endsWith("!")
            || text.endsWith(".")
            || text.endsWith("！");
    return leads && text.indexOf('?') < 0 && text.length() < 300 && Phrases.isIntroduction(text);
  }

  /** A short line in Markdown of headings or in bold, that says nothing. */
  private static boolean isTitle(String line) {
    String text = line.strip();
    boolean isMarked =
        text.startsWith("#") || (text.startsWith("**") && text.endsWith("**") && text.length() > 4);
    return isMarked && text.length() <= LONGEST_TITLE && saysNothing(text);
  }

  /** No sentence and no formula. */
  private static boolean saysNothing(String text) {
    return text.chars().noneMatch(c -> "?？$\\=.。".indexOf(c) >= 0);
  }
}
