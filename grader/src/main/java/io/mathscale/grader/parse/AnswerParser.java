package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.Node.Ratio;
import io.mathscale.grader.expression.Node.Relation;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a whole answer: lists of relations of sets of formulas. Formulas are parsed by {@link
 * FormulaParser}.
 */
final class AnswerParser {
  private static final Set<String> SIGNS =
      Set.of(
          "=",
          "≡",
          "<",
          ">",
          "<=",
          ">=",
          "!=",
          "~",
          "in",
          "->",
          "<->",
          "notin",
          "subset",
          "parallel",
          "perp");

  /** Capitals that are sets of numbers behind a sign of membership. */
  private static final Set<String> SETS = Set.of("N", "Z", "Q", "R", "C");

  private final TokenCursor cursor;
  private final FormulaParser formulas;
  private boolean colonDivides = true;
  private boolean isAlternative;

  private AnswerParser(TokenCursor cursor) {
    this.cursor = cursor;
    this.formulas = new FormulaParser(cursor, this);
  }

  /**
   * The node that the tokens are parsed into.
   *
   * @throws UnreadableAnswerException if they are not mathematics that is known
   * @throws LimitReachedException if they are too deep or too many
   */
  static Node parse(List<Token> tokens) {
    TokenCursor cursor = new TokenCursor(tokens);
    AnswerParser parser = new AnswerParser(cursor);
    List<Node> members = parser.members();
    // an unmatched closing brace is left over where a box was cut off
    while (cursor.skip(Kind.CLOSE, "group")) {}
    if (!cursor.at(Kind.STOP)) {
      throw new UnreadableAnswerException("found " + cursor.peek().text());
    }
    if (members.isEmpty()) {
      throw new UnreadableAnswerException("empty");
    }
    return members.size() == 1 ? members.get(0) : parser.list(withModulus(members));
  }

  /** {@code x ≡ 1, 4 (mod 5)}: the modulus behind the last member is that of all. */
  private static List<Node> withModulus(List<Node> members) {
    Node last = members.get(members.size() - 1);
    if (!(last instanceof Node.Call residue) || !residue.function().equals("residue")) {
      return members;
    }
    List<Node> all = new ArrayList<>();
    for (Node member : members) {
      if (member instanceof Node.Call other && other.function().equals("residue")) {
        all.add(member);
      } else if (member instanceof Relation relation && relation.terms().size() == 2) {
        Node value = Node.Call.of("residue", relation.terms().get(1), residue.arguments().get(1));
        all.add(
            new Relation(
                List.of(relation.terms().get(0), value), relation.signs(), relation.labels()));
      } else {
        all.add(Node.Call.of("residue", member, residue.arguments().get(1)));
      }
    }
    return all;
  }

  private Node list(List<Node> members) {
    return isAlternative ? new Group("", "or", members) : Group.list(members);
  }

  /** The members of a list up to a bracket, the end of an environment or the end. */
  List<Node> members() {
    List<Node> members = new ArrayList<>();
    int conditionsFrom = -1;
    while (true) {
      boolean isSeparated = members.isEmpty();
      if (!isSeparated && conditionsFrom < 0 && formulas.startsCondition()) {
        isSeparated = true;
        conditionsFrom = members.size();
      }
      while (cursor.at(Kind.SEPARATOR) || cursor.at(Kind.OPERATOR, "&")) {
        isSeparated = true;
        String separator = cursor.next().text();
        isAlternative |= separator.equals("or");
        if (separator.equals("for") && conditionsFrom < 0 && !members.isEmpty()) {
          conditionsFrom = members.size();
        }
      }
      boolean startsBars = isSeparated && cursor.at(Kind.BAR) && !formulas.isInBars();
      if (!startsBars && endsMembers()) {
        return conditionsFrom > 0 && conditionsFrom < members.size()
            ? conditional(members, conditionsFrom)
            : members;
      }
      if (!isSeparated) {
        throw new UnreadableAnswerException("found " + cursor.peek().text());
      }
      if (members.size() >= GradingLimits.MAX_MEMBERS) {
        throw new LimitReachedException("members");
      }
      members.add(relation());
    }
  }

  /** The members before the conditions, as one that holds under them. */
  private static List<Node> conditional(List<Node> members, int conditionsFrom) {
    List<Node> values = members.subList(0, conditionsFrom);
    Node value = values.size() == 1 ? values.get(0) : Group.list(values);
    Node conditions = Group.list(members.subList(conditionsFrom, members.size()));
    return new ArrayList<>(List.of(Node.Call.of("where", value, conditions)));
  }

  private boolean endsMembers() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case STOP, CLOSE, BAR, END -> true;
      case COMMAND -> token.text().equals("choose") || token.text().equals("over");
      case OPERATOR -> token.text().equals("mid") || token.text().equals(":");
      default -> false;
    };
  }

  /** A chain of formulas or sets with relation signs between them, or a single one. */
  Node relation() {
    List<Node> terms = new ArrayList<>();
    List<String> signs = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    boolean isCongruence = false;
    if (cursor.at(Kind.OPERATOR)
        && (cursor.at(Kind.OPERATOR, "=") || cursor.at(Kind.OPERATOR, "~"))) {
      cursor.next();
    }
    while (true) {
      while (cursor.skip(Kind.OPERATOR, "&")) {}
      int start = cursor.position();
      Node term = union();
      if (terms.isEmpty() && endsFormula()) {
        return term;
      }
      boolean isSet = !signs.isEmpty() && signs.get(signs.size() - 1).equals("in");
      terms.add(isSet ? set(term) : term);
      while (!signs.isEmpty() && cursor.at(Kind.OPERATOR, "&") && isSign(cursor.peek(1))) {
        cursor.next();
      }
      while (cursor.at(Kind.OPERATOR, "&") && isSign(cursor.peek(1))) {
        cursor.next();
      }
      boolean isSide = !signs.isEmpty() || isSign(cursor.peek());
      if (isSide) {
        labels.add(LabelDetector.of(cursor.between(start, cursor.position()), term));
      }
      if (formulas.startsModulus()) {
        terms.set(terms.size() - 1, Node.Call.of("residue", term, formulas.modulus()));
        break;
      }
      if (!isSign(cursor.peek())) {
        break;
      }
      String sign = cursor.next().text();
      isCongruence |= sign.equals("≡");
      signs.add(sign.equals("≡") ? "=" : sign);
      while (isSign(cursor.peek()) && !cursor.at(Kind.OPERATOR, "in")) {
        cursor.next();
      }
    }
    int last = terms.size() - 1;
    if (isCongruence
        && terms.get(last) instanceof Node.Call call
        && call.function().equals("mod")) {
      terms.set(last, new Node.Call("residue", call.arguments()));
    }
    return signs.isEmpty() ? terms.get(0) : new Relation(terms, signs, labels);
  }

  /** {@code k ∈ Z} is meant as {@code k ∈ ℤ}. */
  private static Node set(Node node) {
    return node instanceof Node.Name letter && SETS.contains(letter.name())
        ? new Node.Name("set " + letter.name())
        : node;
  }

  /** Whether no relation sign or modulus follows. */
  private boolean endsFormula() {
    return switch (cursor.peek().kind()) {
      case STOP, SEPARATOR, CLOSE -> true;
      default -> false;
    };
  }

  private static boolean isSign(Token token) {
    return token.is(Kind.OPERATOR) && SIGNS.contains(token.text());
  }

  private Node union() {
    Node first = ratio();
    if (!cursor.at(Kind.OPERATOR)) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (true) {
      if (cursor.skip(Kind.OPERATOR, "∪")) {
        parts.add(ratio());
      } else if (cursor.skip(Kind.OPERATOR, "∖")) {
        Node last = parts.remove(parts.size() - 1);
        parts.add(new Node.Difference(last, ratio()));
      } else if (cursor.skip(Kind.OPERATOR, "∩")) {
        Node last = parts.remove(parts.size() - 1);
        parts.add(Node.Call.of("intersection", last, ratio()));
      } else if (parts.size() == 1) {
        return parts.get(0);
      } else {
        return new Node.Union(parts);
      }
    }
  }

  private Node ratio() {
    Node first = formulas.sum();
    if (!colonDivides || !cursor.at(Kind.OPERATOR, ":")) {
      return first;
    }
    List<Node> terms = new ArrayList<>(List.of(first));
    boolean isClock = false;
    while (cursor.skip(Kind.OPERATOR, ":")) {
      isClock |= cursor.at(Kind.NUMBER) && cursor.peek().text().matches("0\\d");
      terms.add(formulas.sum());
    }
    Node last = terms.get(terms.size() - 1);
    String unit = last instanceof Node.Quantity quantity ? quantity.unit() : "";
    Optional<Node> duration = ClockDurations.read(terms, unit);
    if (duration.isPresent()) {
      return duration.get();
    }
    for (int i = 0; i < terms.size() - 1; i++) {
      if (terms.get(i) instanceof Node.Quantity quantity) {
        terms.set(i, quantity.value());
      }
    }
    if (last instanceof Node.Quantity quantity) {
      terms.set(terms.size() - 1, quantity.value());
    }
    Node ratio = isClock ? new Node.Call("clock", terms) : new Ratio(terms);
    return unit.isEmpty() ? ratio : new Node.Quantity(ratio, unit);
  }

  /** Whether a bar or colon would separate the members of a set from their condition. */
  boolean isInBraces() {
    return !colonDivides;
  }

  /** The content of brackets, the opening one being the next token. */
  Node brackets() {
    cursor.deeper();
    boolean colonDividedBefore = colonDivides;
    boolean wasAlternative = isAlternative;
    String open = cursor.next().text();
    colonDivides = !open.equals("{");
    isAlternative = false;
    Node node =
        switch (open) {
          case "group" -> group();
          case "{" -> set();
          case "lfloor", "lceil" -> rounded(open);
          default -> tuple(open);
        };
    colonDivides = colonDividedBefore;
    isAlternative = wasAlternative;
    cursor.shallower();
    return node;
  }

  /** A group in plain braces: a formula, or a set whose braces lack their backslashes. */
  private Node group() {
    List<Node> members = members();
    if (members.size() == 1 && cursor.at(Kind.COMMAND)) {
      boolean isBinomial = cursor.next().text().equals("choose");
      List<Node> below = members();
      cursor.expect(Kind.CLOSE, "group");
      if (below.size() != 1) {
        throw new UnreadableAnswerException("nothing below");
      }
      return isBinomial
          ? Node.Call.of("binomial", members.get(0), below.get(0))
          : Nodes.quotient(members.get(0), below.get(0));
    }
    if (!cursor.at(Kind.STOP)) {
      cursor.expect(Kind.CLOSE, "group");
    }
    if (members.isEmpty()) {
      throw new UnreadableAnswerException("empty group");
    }
    return members.size() == 1 ? members.get(0) : Group.set(members);
  }

  private Node set() {
    List<Node> members = members();
    if (cursor.at(Kind.BAR) || cursor.at(Kind.OPERATOR, "mid") || cursor.at(Kind.OPERATOR, ":")) {
      cursor.next();
      List<Node> conditions = members();
      cursor.expect(Kind.CLOSE, "}");
      return new Node.Call("such that", List.of(Group.list(members), list(conditions)));
    }
    cursor.expect(Kind.CLOSE, "}");
    return Group.set(members);
  }

  private Node tuple(String open) {
    List<Node> members = new ArrayList<>(members());
    boolean hasCondition = cursor.at(Kind.BAR) || cursor.at(Kind.OPERATOR, "mid");
    if (open.equals("(") && members.size() == 1 && hasCondition) {
      cursor.next();
      List<Node> conditions = members();
      members.set(0, new Node.Call("given", List.of(members.get(0), list(conditions))));
    }
    if (!cursor.at(Kind.CLOSE, ")") && !cursor.at(Kind.CLOSE, "]")) {
      throw new UnreadableAnswerException("bracket left open");
    }
    String close = cursor.next().text();
    if (members.isEmpty()) {
      throw new UnreadableAnswerException("empty brackets");
    }
    boolean matches = open.equals("(") == close.equals(")");
    return members.size() == 1 && matches ? members.get(0) : new Group(open, close, members);
  }

  private Node rounded(String open) {
    Node inner = relation();
    cursor.expect(Kind.CLOSE, open);
    return Node.Call.of(open.equals("lfloor") ? "floor" : "ceil", inner);
  }

  /** The rows of an environment, its first token being the next. */
  Node environment() {
    cursor.deeper();
    String name = cursor.next().text();
    List<List<Node>> rows = new ArrayList<>();
    List<Node> row = new ArrayList<>();
    while (!cursor.at(Kind.END) && !cursor.at(Kind.STOP)) {
      if (cursor.skip(Kind.SEPARATOR, "\\\\")) {
        if (!row.isEmpty()) {
          rows.add(row);
        }
        row = new ArrayList<>();
      } else if (!cursor.skip(Kind.OPERATOR, "&")
          && !cursor.skip(Kind.SEPARATOR, ",")
          && !cursor.skip(Kind.SEPARATOR, "for")) {
        row.add(relation());
      }
      if (rows.size() * Math.max(1, row.size()) > GradingLimits.MAX_MEMBERS) {
        throw new LimitReachedException("members");
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    cursor.next();
    cursor.shallower();
    if (rows.isEmpty()) {
      throw new UnreadableAnswerException("empty environment");
    }
    boolean isSystem =
        name.equals("array")
            && rows.stream().allMatch(r -> r.size() == 1 && r.get(0) instanceof Relation);
    return switch (isSystem ? "cases" : name) {
      case "pmatrix", "bmatrix", "Bmatrix", "matrix", "smallmatrix", "array", "tabular" ->
          new Node.Matrix(rows);
      case "vmatrix", "Vmatrix" -> Node.Call.of("abs", new Node.Matrix(rows));
      default ->
          rows.size() == 1 && rows.get(0).size() == 1
              ? rows.get(0).get(0)
              : Group.list(
                  rows.stream()
                      .map(r -> r.size() == 1 ? r.get(0) : new Group("(", ")", r))
                      .toList());
    };
  }
}
