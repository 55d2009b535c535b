package io.mathscale.grader;

import io.mathscale.grader.Node.Name;
import io.mathscale.grader.Node.Num;
import io.mathscale.grader.Node.Relation;
import java.util.List;
import java.util.Set;

/** Compares equations and inequalities, which may be multiplied by a factor. */
final class RelationEquality {
  private static final Set<String> FALLING = Set.of(">", ">=");

  private final ScalarEquality scalars;
  private final Budget budget;

  RelationEquality(ScalarEquality scalars, Budget budget) {
    this.scalars = scalars;
    this.budget = budget;
  }

  /** Whether the two hold for the same values of their variables, as far as a factor tells. */
  Judgement compare(Relation left, Relation right) {
    if (left.terms().size() != right.terms().size()) {
      return Judgement.wrong(Rule.RELATION);
    }
    if (left.terms().size() > 2) {
      return chains(left, right);
    }
    if (!isFormula(left) || !isFormula(right)) {
      return sides(left, right);
    }
    String leftSign = rising(left.signs().get(0));
    if (!leftSign.equals(rising(right.signs().get(0)))) {
      return Judgement.wrong(Rule.RELATION);
    }
    Judgement bySides = sides(left, right);
    if (bySides.isRight()) {
      return bySides;
    }
    return upToFactor(difference(left), difference(right), leftSign.startsWith("<"));
  }

  private static boolean isFormula(Relation relation) {
    return relation.terms().stream()
        .noneMatch(
            term ->
                Formulas.any(
                    term,
                    part ->
                        part instanceof Node.Group
                            || part instanceof Node.Matrix
                            || part instanceof Node.Quantity
                            || part instanceof Node.Words));
  }

  private Judgement chains(Relation left, Relation right) {
    return left.signs().equals(right.signs())
        ? sides(left, right)
        : Judgement.undecided(Rule.RELATION);
  }

  private Judgement sides(Relation left, Relation right) {
    if (!left.signs().equals(right.signs())) {
      return Judgement.undecided(Rule.RELATION);
    }
    boolean areSame = true;
    for (int i = 0; i < left.terms().size(); i++) {
      Node first = left.terms().get(i);
      Node second = right.terms().get(i);
      areSame &=
          first.equals(second)
              || Canonical.of(first).equals(Canonical.of(second))
              || (!(first instanceof Node.Group)
                  && !(second instanceof Node.Group)
                  && scalars.compare(first, second).isRight());
    }
    return areSame ? Judgement.right(Rule.RELATION) : Judgement.undecided(Rule.RELATION);
  }

  private static String rising(String sign) {
    return FALLING.contains(sign) ? sign.replace('>', '<') : sign;
  }

  /** What is zero, or negative, where the relation holds. */
  private static Node difference(Relation relation) {
    boolean falls = FALLING.contains(relation.signs().get(0));
    Node low = relation.terms().get(falls ? 1 : 0);
    Node high = relation.terms().get(falls ? 0 : 1);
    return Formulas.sum(List.of(low, Formulas.negate(high)));
  }

  /** f = k g for a constant k if f(x) g(y) = f(y) g(x) for all points x and y. */
  private Judgement upToFactor(Node f, Node g, boolean mustBePositive) {
    Node crossed = Formulas.product(List.of(f, elsewhere(g)));
    Node crossedBack = Formulas.product(List.of(elsewhere(f), g));
    Judgement proportional = scalars.compare(crossed, crossedBack);
    if (!proportional.isRight()) {
      return new Judgement(proportional.outcome(), Rule.RELATION);
    }
    boolean fVanishes = scalars.compare(f, Num.of(0)).isRight();
    boolean gVanishes = scalars.compare(g, Num.of(0)).isRight();
    if (fVanishes || gVanishes) {
      return Judgement.of(fVanishes && gVanishes, Rule.RELATION);
    }
    return Judgement.of(
        !mustBePositive || new NumericEquality(budget).haveSameSign(f, g), Rule.RELATION);
  }

  /** The same formula at another point: all its variables under other names. */
  private static Node elsewhere(Node node) {
    return Formulas.map(
        node, part -> part instanceof Name name ? new Name(name.name() + " elsewhere") : part);
  }
}
