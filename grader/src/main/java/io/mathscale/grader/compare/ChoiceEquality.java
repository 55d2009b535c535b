package io.mathscale.grader.compare;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares several letters of a multiple choice, written together or as a list. */
final class ChoiceEquality {
  private static final Pattern LETTER = Pattern.compile("[A-J]");
  private static final Pattern LETTERS = Pattern.compile("[A-J]{2,8}");

  private ChoiceEquality() {}

  /** Whether a list of letters and letters written together are the same; empty for others. */
  static Optional<ComparisonResult> compare(Node left, Node right) {
    boolean oneIsList = left instanceof Group != right instanceof Group;
    if (!oneIsList) {
      return Optional.empty();
    }
    Set<String> first = letters(left);
    Set<String> second = letters(right);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(ComparisonResult.of(first.equals(second), Rule.CHOICE));
  }

  /** The letters, at least two and all different; empty if it is anything else. */
  private static Set<String> letters(Node node) {
    if (node instanceof Node.Words words && LETTERS.matcher(words.text()).matches()) {
      return distinct(List.of(words.text().split("")));
    }
    List<Node> parts = List.of();
    if (node instanceof Group group && group.isUnordered()) {
      parts = group.members();
    } else if (node instanceof Node.Product product) {
      parts = product.factors();
    }
    boolean areLetters =
        parts.size() > 1
            && parts.stream()
                .allMatch(
                    part -> part instanceof Name name && LETTER.matcher(name.name()).matches());
    return areLetters
        ? distinct(parts.stream().map(part -> ((Name) part).name()).toList())
        : Set.of();
  }

  private static Set<String> distinct(List<String> letters) {
    Set<String> distinct = new TreeSet<>(letters);
    return distinct.size() == letters.size() ? distinct : Set.of();
  }
}
