package io.mathscale.generator.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the equalities of numbers in a worked solution and computes both sides exactly: {@code 12
 * \times 3 = 36}, also in chains, with fractions, decimals, percent, roots and units. What is
 * rounded to the digits shown is not false, and what may mean something else (congruences, bases,
 * other units, angles a full turn apart) is not judged.
 */
public final class NumberEqualities {
  private static final int MAX_EVIDENCE = 160;

  private NumberEqualities() {}

  /** Checks all equalities of a solution, in time linear in its length. */
  public static CheckedEqualities in(String solution) {
    int checked = 0;
    List<String> falseOnes = new ArrayList<>();
    if (solution.indexOf('=') < 0) {
      return new CheckedEqualities(0, falseOnes);
    }

    for (String part : SolutionParts.of(solution)) {
      List<ArithmeticToken> tokens = ArithmeticLexer.tokens(part);
      Doubts doubts = new Doubts(part, tokens);
      for (int i = 1; i < tokens.size() - 1; i++) {
        if (tokens.get(i).is(TokenKind.EQUALS)) {
          Truth truth = EqualityCheck.truth(tokens, i, doubts);
          checked += truth == Truth.UNKNOWN ? 0 : 1;
          if (truth == Truth.FALSE) {
            falseOnes.add(evidence(part, tokens, i));
          }
        }
      }
    }

    return new CheckedEqualities(checked, falseOnes);
  }

  private static String evidence(String text, List<ArithmeticToken> tokens, int equals) {
    Operand left = Operands.before(tokens, equals, false);
    Operand right = Operands.after(tokens, equals, false);
    String found =
        text.substring(tokens.get(left.first()).start(), tokens.get(right.last()).end())
            .replaceAll("\\s+", " ");
    return found.length() > MAX_EVIDENCE ? found.substring(0, MAX_EVIDENCE) : found;
  }
}
