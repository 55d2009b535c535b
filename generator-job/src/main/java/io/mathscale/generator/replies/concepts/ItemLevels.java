package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.text.Phrases;
import java.util.HashSet;
import java.util.Set;

/** Tells the names of a list from the items that stand deeper to explain them. */
final class ItemLevels {
  /** An explanation has as many words, a name that stands below another has fewer. */
  private static final int FEWEST_WORDS = 4;

  private final Set<String> below = new HashSet<>();
  private int indent = -1;
  private boolean isBold;
  private int names;
  private boolean hasOneBelow;
  private boolean hasOneEach = true;

  /** Whether an item is as deep as the names. */
  boolean isName(int itemIndent) {
    return itemIndent == indent;
  }

  /** Whether an item is deeper than the names; else it is a name. */
  boolean addIsBelow(String item, int itemIndent) {
    boolean isBelow = indent >= 0 && itemIndent > indent;
    if (isBelow) {
      hasOneEach &= !hasOneBelow;
      below.add(item);
    } else {
      indent = itemIndent;
      isBold = isBold(item);
      hasOneEach &= names == 0 || hasOneBelow;
      names++;
    }

    hasOneBelow = isBelow;
    return isBelow;
  }

  /**
   * Whether an item below a name explains it: as a sentence, or in plain words below a bold name.
   */
  boolean isExplanation(String item) {
    return (isBold && !isBold(item))
        || item.endsWith(".")
        || item.endsWith("。")
        || Phrases.isExplanation(item.substring(ItemName.markEnd(item)));
  }

  /** What stands below names though nothing shows it but that each has one item of many words. */
  Set<String> explanations() {
    boolean isEach = names > 1 && hasOneEach && hasOneBelow;
    return isEach && below.stream().allMatch(ItemLevels::isWordy) ? below : Set.of();
  }

  private static boolean isWordy(String item) {
    String words = item.substring(ItemName.markEnd(item));
    return words.split(" +", FEWEST_WORDS + 1).length >= FEWEST_WORDS;
  }

  private static boolean isBold(String item) {
    return item.startsWith("**", ItemName.markEnd(item));
  }
}
