package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Call;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Num;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses formulas with a bound variable: {@code \sum_{k=a}^{b} f}, {@code \prod}, {@code \int_a^b f
 * dx}, {@code \lim_{x \to a} f} and {@code \frac{d}{dx} f}. The variable gets a name of its own, so
 * that it does not matter how it is called.
 */
final class BoundParser {
  private static final String BOUND = "bound ";

  private final TokenCursor cursor;
  private final FormulaParser formulas;
  private final PowerParser powers;

  BoundParser(TokenCursor cursor, FormulaParser formulas, PowerParser powers) {
    this.cursor = cursor;
    this.formulas = formulas;
    this.powers = powers;
  }

  /**
   * The call {@code big sum}, {@code big prod}, {@code big int} or {@code big lim} of the body, the
   * variable and the bounds.
   *
   * @throws UnreadableAnswerException if the bounds are of another form
   */
  Node parse(String name) {
    cursor.deeper();
    Node below = null;
    Node above = null;
    while (cursor.at(Kind.OPERATOR, "_") || cursor.at(Kind.OPERATOR, "^")) {
      boolean isBelow = cursor.next().text().equals("_");
      Node bound = bound();
      below = isBelow ? bound : below;
      above = isBelow ? above : bound;
    }
    Node node =
        switch (name) {
          case "sum", "prod" -> series(name, below, above);
          case "int" -> integral(below, above);
          case "lim" -> limit(below);
          default -> throw new UnreadableAnswerException(name);
        };
    cursor.shallower();
    return node;
  }

  private Node bound() {
    return cursor.skip(Kind.OPERATOR, "-") ? Nodes.negate(powers.atom()) : powers.atom();
  }

  private Node series(String name, Node below, Node above) {
    boolean isRange =
        below instanceof Relation relation
            && relation.signs().equals(List.of("="))
            && isVariable(relation.terms().get(0));
    if (!isRange || above == null) {
      throw new UnreadableAnswerException("bounds of a sum");
    }
    Relation start = (Relation) below;
    return bind("big " + name, factors(), start.terms().get(0), start.terms().get(1), above);
  }

  private Node limit(Node below) {
    boolean isApproach =
        below instanceof Relation relation
            && relation.signs().equals(List.of("->"))
            && isVariable(relation.terms().get(0));
    if (!isApproach) {
      throw new UnreadableAnswerException("bounds of a limit");
    }
    Relation approach = (Relation) below;
    return bind("big lim", factors(), approach.terms().get(0), approach.terms().get(1));
  }

  private Node integral(Node below, Node above) {
    int place = differential();
    if (place < 0 || below == null || above == null) {
      throw new UnreadableAnswerException("bounds of an integral");
    }
    int before = formulas.endAt(place);
    Node body = cursor.position() == place ? Num.of(1) : formulas.sum();
    formulas.endAt(before);
    if (cursor.position() != place) {
      throw new UnreadableAnswerException("integrand");
    }
    cursor.next();
    Node variable = new Name(cursor.next().text());
    return bind("big int", body, variable, below, above);
  }

  /** The place of the d of the differential, or −1 if there is none outside brackets. */
  private int differential() {
    int depth = 0;
    for (int i = 0; depth >= 0; i++) {
      Token token = cursor.peek(i);
      if (token.is(Kind.STOP) || token.is(Kind.BIG)) {
        return -1;
      }
      boolean isD = token.is(Kind.NAME, "d") || token.is(Kind.UPRIGHT, "d");
      if (depth == 0 && isD && cursor.peek(i + 1).is(Kind.NAME)) {
        return cursor.position() + i;
      }
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
    return -1;
  }

  /** {@code \frac{d}{dx} f} and {@code \frac{d^2}{dx^2} f}, whose command was read. */
  Optional<Node> derivative() {
    if (!cursor.skip(Kind.OPEN, "group") || !skipD()) {
      return Optional.empty();
    }
    int order = order();
    if (!cursor.skip(Kind.CLOSE, "group") || !cursor.skip(Kind.OPEN, "group") || !skipD()) {
      return Optional.empty();
    }
    if (!cursor.at(Kind.NAME)) {
      return Optional.empty();
    }
    Node variable = new Name(cursor.next().text());
    boolean isWhole = order() == order && order > 0 && cursor.skip(Kind.CLOSE, "group");
    if (!isWhole || !formulas.startsFactor()) {
      return Optional.empty();
    }
    return Optional.of(Call.of("big diff", factors(), variable, Num.of(order)));
  }

  private boolean skipD() {
    return cursor.skip(Kind.NAME, "d") || cursor.skip(Kind.UPRIGHT, "d");
  }

  /** The order of a derivative, 0 if it is not written as one digit. */
  private int order() {
    if (!cursor.skip(Kind.OPERATOR, "^")) {
      return 1;
    }
    boolean inBraces = cursor.skip(Kind.OPEN, "group");
    int order =
        cursor.at(Kind.NUMBER) && cursor.peek().text().length() == 1
            ? Integer.parseInt(cursor.next().text())
            : 0;
    return !inBraces || cursor.skip(Kind.CLOSE, "group") ? order : 0;
  }

  /** The product that follows. */
  Node factors() {
    List<Node> factors = new ArrayList<>(List.of(powers.power()));
    while (formulas.startsFactor()
        || cursor.at(Kind.OPERATOR, "*")
        || cursor.at(Kind.OPERATOR, "/")) {
      if (cursor.skip(Kind.OPERATOR, "/")) {
        factors.add(Nodes.inverse(powers.power()));
      } else {
        cursor.skip(Kind.OPERATOR, "*");
        factors.add(powers.power());
      }
    }
    return Nodes.product(factors);
  }

  private static Node bind(String function, Node body, Node variable, Node... bounds) {
    String name = variable instanceof Name given ? given.name() : "I";
    int depth = 0;
    while (NodeTraversal.names(body).contains(BOUND + depth)) {
      depth++;
    }
    Name bound = new Name(BOUND + depth);
    Node renamed =
        NodeTraversal.map(
            body,
            part ->
                part.equals(variable)
                    ? bound
                    : part instanceof Name other && other.name().endsWith("_" + name)
                        ? new Name(renamed(other, name, bound))
                        : part);
    List<Node> arguments = new ArrayList<>(List.of(renamed, bound));
    arguments.addAll(List.of(bounds));
    return new Call(function, arguments);
  }

  /** A variable; the letter i is one where it is bound. */
  private static boolean isVariable(Node node) {
    return node instanceof Name || node == Node.Constant.I;
  }

  private static String renamed(Name name, String variable, Name bound) {
    return name.name().substring(0, name.name().length() - variable.length()) + bound.name();
  }
}
