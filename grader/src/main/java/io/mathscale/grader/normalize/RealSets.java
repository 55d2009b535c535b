package io.mathscale.grader.normalize;

import io.mathscale.grader.arithmetic.ComplexBall;
import io.mathscale.grader.arithmetic.ExactArithmetic;
import io.mathscale.grader.expression.CanonicalForm;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Group;
import io.mathscale.grader.expression.NodeTraversal;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Rational;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unions, intersections and differences of intervals and of sets of numbers, as disjoint intervals
 * and points in their order. Bounds must be numbers whose order is certain.
 */
final class RealSets {
  /** Sets of more parts keep the form that they have. */
  private static final int MOST_PARTS = 24;

  private final StepBudget budget;
  private final ConstantValues values;

  RealSets(StepBudget budget) {
    this.budget = budget;
    this.values = new ConstantValues(budget);
  }

  /**
   * A cut of the line, just before or just behind a number.
   *
   * @param at the number, or an infinity
   * @param isBehind whether the number belongs to what is below
   */
  private record Cut(Node at, boolean isBehind) {}

  /**
   * The numbers between two cuts.
   *
   * @param low the lower one
   * @param high the upper one
   */
  private record Piece(Cut low, Cut high) {}

  /** The union of sets in normal form, or empty if one of them is no set of known numbers. */
  Optional<Node> union(List<Node> sets) {
    return computed(
        () -> {
          List<Piece> pieces = new ArrayList<>();
          for (Node set : sets) {
            pieces.addAll(pieces(set));
          }
          return merged(pieces);
        });
  }

  /** What two sets share, or empty if one of them is no set of known numbers. */
  Optional<Node> intersection(Node first, Node second) {
    return computed(() -> common(merged(pieces(first)), merged(pieces(second))));
  }

  /** What of one set is not in another, or empty if one is no set of known numbers. */
  Optional<Node> difference(Node from, Node without) {
    return computed(() -> common(merged(pieces(from)), complement(merged(pieces(without)))));
  }

  /** Computes disjoint pieces in order. */
  private interface Computation {
    List<Piece> pieces();
  }

  private static Optional<Node> computed(Computation computation) {
    try {
      return Optional.of(node(computation.pieces()));
    } catch (UndefinedValueException unknownOrder) {
      return Optional.empty();
    }
  }

  private List<Piece> pieces(Node set) {
    if (set instanceof Node.Union union) {
      List<Piece> pieces = new ArrayList<>();
      for (Node part : union.parts()) {
        pieces.addAll(part instanceof Group ? pieces(part) : List.of(point(part)));
      }
      return pieces;
    }
    if (!(set instanceof Group group) || group.members().size() > MOST_PARTS) {
      throw new UndefinedValueException("set");
    }
    if (group.open().equals("{")) {
      return group.members().stream().map(RealSets::point).toList();
    }
    if (group.members().size() != 2 || group.open().isEmpty()) {
      throw new UndefinedValueException("interval");
    }
    Cut low = new Cut(number(group.members().get(0)), group.open().equals("("));
    Cut high = new Cut(number(group.members().get(1)), group.close().equals("]"));
    if (compare(low, high) >= 0) {
      throw new UndefinedValueException("empty interval");
    }
    return List.of(new Piece(low, high));
  }

  private static Piece point(Node node) {
    Node number = number(node);
    return new Piece(new Cut(number, false), new Cut(number, true));
  }

  /** The node itself if it is a number or an infinity. */
  private static Node number(Node node) {
    boolean isNumber =
        isInfinite(node)
            || node instanceof Node.Num
            || node instanceof Node.Decimal
            || node instanceof Node.Sum
            || node instanceof Node.Product
            || node instanceof Node.Power
            || node == Node.Constant.PI
            || node == Node.Constant.E;
    if (!isNumber || (!isInfinite(node) && !isKnown(node))) {
      throw new UndefinedValueException("number");
    }
    return node;
  }

  private static boolean isKnown(Node node) {
    return !NodeTraversal.hasVariable(node) && !ConstantValues.isInfinite(node);
  }

  private static boolean isInfinite(Node node) {
    return node == Node.Constant.INFINITY || node.equals(Nodes.MINUS_INFINITY);
  }

  /** The pieces without overlaps and without neighbours that touch, in order. */
  private List<Piece> merged(List<Piece> pieces) {
    if (pieces.size() > MOST_PARTS) {
      throw new UndefinedValueException("parts");
    }
    List<Piece> merged = new ArrayList<>();
    for (Piece piece : sorted(pieces)) {
      Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || compare(last.high(), piece.low()) < 0) {
        merged.add(piece);
      } else if (compare(last.high(), piece.high()) < 0) {
        merged.set(merged.size() - 1, new Piece(last.low(), piece.high()));
      }
    }
    return merged;
  }

  private List<Piece> sorted(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort((first, second) -> compare(first.low(), second.low()));
    return sorted;
  }

  /** What two lists of disjoint pieces in order share. */
  private List<Piece> common(List<Piece> first, List<Piece> second) {
    List<Piece> common = new ArrayList<>();
    for (Piece one : first) {
      for (Piece other : second) {
        Cut low = compare(one.low(), other.low()) < 0 ? other.low() : one.low();
        Cut high = compare(one.high(), other.high()) < 0 ? one.high() : other.high();
        if (compare(low, high) < 0) {
          common.add(new Piece(low, high));
        }
      }
    }
    return common;
  }

  private List<Piece> complement(List<Piece> pieces) {
    List<Piece> gaps = new ArrayList<>();
    Cut low = new Cut(Nodes.MINUS_INFINITY, true);
    Cut top = new Cut(Node.Constant.INFINITY, false);
    for (Piece piece : pieces) {
      if (compare(low, piece.low()) < 0) {
        gaps.add(new Piece(low, piece.low()));
      }
      low = piece.high();
    }
    if (compare(low, top) < 0) {
      gaps.add(new Piece(low, top));
    }
    return gaps;
  }

  private int compare(Cut first, Cut second) {
    int order = order(first.at(), second.at());
    return order == 0 ? Boolean.compare(first.isBehind(), second.isBehind()) : order;
  }

  private int order(Node first, Node second) {
    if (first.equals(second)) {
      return 0;
    }
    if (isInfinite(first)) {
      return first == Node.Constant.INFINITY ? 1 : -1;
    }
    if (isInfinite(second)) {
      return second == Node.Constant.INFINITY ? -1 : 1;
    }
    Optional<Rational> one = ExactArithmetic.of(first, budget);
    Optional<Rational> other = ExactArithmetic.of(second, budget);
    if (one.isPresent() && other.isPresent()) {
      return one.get().compareTo(other.get());
    }
    return CanonicalForm.areSame(first, second) ? 0 : orderOfBalls(first, second);
  }

  private int orderOfBalls(Node first, Node second) {
    ComplexBall one = values.ball(first);
    ComplexBall other = values.ball(second);
    BigDecimal difference = one.re().subtract(other.re());
    boolean isCertain =
        one.isReal()
            && other.isReal()
            && difference.abs().compareTo(one.error().add(other.error())) > 0;
    if (!isCertain) {
      throw new UndefinedValueException("order");
    }
    return difference.signum();
  }

  private static Node node(List<Piece> pieces) {
    boolean arePoints = pieces.stream().allMatch(RealSets::isPoint);
    List<Node> parts = pieces.stream().map(RealSets::part).toList();
    if (arePoints) {
      return Group.set(parts);
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Union(parts);
  }

  private static boolean isPoint(Piece piece) {
    return piece.low().at().equals(piece.high().at());
  }

  private static Node part(Piece piece) {
    return isPoint(piece)
        ? piece.low().at()
        : InequalitySolver.interval(
            piece.low().at(), !piece.low().isBehind(), piece.high().at(), piece.high().isBehind());
  }
}
