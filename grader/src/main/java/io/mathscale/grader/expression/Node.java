package io.mathscale.grader.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the tree that an answer is parsed into: a formula, or a collection or relation of
 * formulas.
 */
public sealed interface Node {

  /**
   * A number known exactly.
   *
   * @param value the number
   */
  record Num(Rational value) implements Node {
    /**
     * {@return an integer}
     *
     * @param value the integer
     */
    public static Num of(long value) {
      return new Num(Rational.of(value));
    }
  }

  /**
   * A number written with a decimal point; its digits tell how far it may be rounded.
   *
   * @param value the number with all digits that are written
   */
  record Decimal(BigDecimal value) implements Node {}

  /**
   * A variable, with its subscript and primes.
   *
   * @param name its letters and signs
   */
  record Name(String name) implements Node {}

  /** A named constant. */
  enum Constant implements Node {
    /** The number π. */
    PI,
    /** The base of natural logarithms. */
    E,
    /** The imaginary unit. */
    I,
    /** Infinity, as the bound of an interval. */
    INFINITY
  }

  /**
   * The sum of at least two terms.
   *
   * @param terms in the order written
   */
  record Sum(List<Node> terms) implements Node {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /**
   * The product of at least two factors.
   *
   * @param factors in the order written
   */
  record Product(List<Node> factors) implements Node {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /**
   * A power; a quotient is a product with a power of −1.
   *
   * @param base what is raised
   * @param exponent the power it is raised to
   */
  record Power(Node base, Node exponent) implements Node {}

  /**
   * A function of arguments.
   *
   * @param function its name
   * @param arguments at least one
   */
  record Call(String function, List<Node> arguments) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /**
     * {@return a call of a function}
     *
     * @param function its name
     * @param arguments at least one
     */
    public static Call of(String function, Node... arguments) {
      return new Call(function, List.of(arguments));
    }

    /** Whether the value of the function is unknown, so that only its written form counts. */
    public boolean isOpaque() {
      return function.startsWith("big ")
          || function.startsWith("apply ")
          || function.startsWith("index ")
          || function.equals("prime")
          || function.equals("given")
          || function.equals("bar");
    }
  }

  /**
   * Members in brackets: a tuple, point or interval in round or square brackets, a set in braces, a
   * list without brackets.
   *
   * @param open the opening bracket, round, square or brace, or empty
   * @param close the closing bracket, empty, or {@code or} for a list of alternatives
   * @param members in the order written
   */
  record Group(String open, String close, List<Node> members) implements Node {
    public Group {
      members = List.copyOf(members);
    }

    /**
     * {@return a list without brackets}
     *
     * @param members in the order written
     */
    public static Group list(List<Node> members) {
      return new Group("", "", members);
    }

    /**
     * {@return a set in braces}
     *
     * @param members in the order written
     */
    public static Group set(List<Node> members) {
      return new Group("{", "}", members);
    }

    /** Whether the order of the members does not matter. */
    public boolean isUnordered() {
      return open.isEmpty() || open.equals("{");
    }
  }

  /**
   * A union of sets.
   *
   * @param parts the sets
   */
  record Union(List<Node> parts) implements Node {
    public Union {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The elements of one set that are not in another.
   *
   * @param from the one set
   * @param without the other
   */
  record Difference(Node from, Node without) implements Node {}

  /**
   * A matrix or vector.
   *
   * @param rows from top to bottom; they may differ in length
   */
  record Matrix(List<List<Node>> rows) implements Node {
    public Matrix {
      List<List<Node>> copies = new ArrayList<>(rows.size());
      for (List<Node> row : rows) {
        copies.add(List.copyOf(row));
      }
      rows = List.copyOf(copies);
    }
  }

  /**
   * A ratio of at least two terms.
   *
   * @param terms in the order written
   */
  record Ratio(List<Node> terms) implements Node {
    public Ratio {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A chain of equations, inequalities or memberships.
   *
   * @param terms one more than the signs
   * @param signs what stands between them: {@code = < > <= >= != ~ in}
   * @param labels for each term the label that it is, empty if it is a value
   */
  record Relation(List<Node> terms, List<String> signs, List<String> labels) implements Node {
    public Relation {
      terms = List.copyOf(terms);
      signs = List.copyOf(signs);
      labels = List.copyOf(labels);
    }
  }

  /**
   * A value with the label it was given, as in {@code x = 5}.
   *
   * @param label what it is the value of
   * @param value the value
   */
  record Labelled(String label, Node value) implements Node {}

  /**
   * A value with its unit.
   *
   * @param value the number
   * @param unit the text of the unit
   */
  record Quantity(Node value, String unit) implements Node {}

  /**
   * Plain words.
   *
   * @param text the words
   */
  record Words(String text) implements Node {}
}
