package io.mathscale.grader.normalize;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Matrix;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes sums and products of matrices. */
final class MatrixAlgebra {
  private static final int LARGEST_DETERMINANT = 4;

  private final StepBudget budget;

  MatrixAlgebra(StepBudget budget) {
    this.budget = budget;
  }

  /** The matrix that the formula is equal to, or the formula itself if the shapes do not match. */
  Node simplified(Node node) {
    if (node instanceof Node.Sum sum) {
      List<Node> terms = sum.terms().stream().map(this::simplified).toList();
      if (!terms.stream().allMatch(Matrix.class::isInstance)) {
        return node;
      }
      Matrix total = (Matrix) terms.get(0);
      for (Node term : terms.subList(1, terms.size())) {
        Matrix next = (Matrix) term;
        if (!sameShape(total, next)) {
          return node;
        }
        total = plus(total, next);
      }
      return total;
    }
    if (node instanceof Node.Product product) {
      return product(product);
    }
    return node;
  }

  /** The determinant of a square matrix of at most four rows, or empty for another node. */
  static Optional<Node> determinant(Node node) {
    boolean isSquare =
        node instanceof Matrix matrix
            && matrix.rows().size() <= LARGEST_DETERMINANT
            && matrix.rows().stream().allMatch(row -> row.size() == matrix.rows().size());
    return isSquare ? Optional.of(expanded(((Matrix) node).rows())) : Optional.empty();
  }

  /** Expands along the first row (Laplace). */
  private static Node expanded(List<List<Node>> rows) {
    if (rows.size() == 1) {
      return rows.get(0).get(0);
    }
    List<Node> terms = new ArrayList<>();
    for (int column = 0; column < rows.size(); column++) {
      int without = column;
      List<List<Node>> minor =
          rows.stream()
              .skip(1)
              .map(
                  row -> {
                    List<Node> rest = new ArrayList<>(row);
                    rest.remove(without);
                    return rest;
                  })
              .map(List::copyOf)
              .toList();
      Node term = Nodes.product(List.of(rows.get(0).get(column), expanded(minor)));
      terms.add(column % 2 == 0 ? term : Nodes.negate(term));
    }
    return Nodes.sum(terms);
  }

  private Node product(Node.Product product) {
    List<Node> scalars = new ArrayList<>();
    Matrix total = null;
    for (Node factor : product.factors()) {
      if (!(factor instanceof Matrix matrix)) {
        scalars.add(factor);
      } else if (total == null) {
        total = matrix;
      } else if (total.rows().get(0).size() == matrix.rows().size() && isRectangular(total)) {
        total = times(total, matrix);
      } else {
        return product;
      }
    }
    if (total == null || scalars.isEmpty()) {
      return total == null ? product : total;
    }
    Node scalar = Nodes.product(scalars);
    return new Matrix(
        total.rows().stream()
            .map(row -> row.stream().map(x -> Nodes.product(List.of(scalar, x))).toList())
            .toList());
  }

  private static boolean isRectangular(Matrix matrix) {
    int width = matrix.rows().get(0).size();
    return matrix.rows().stream().allMatch(row -> row.size() == width);
  }

  private static boolean sameShape(Matrix left, Matrix right) {
    if (left.rows().size() != right.rows().size()) {
      return false;
    }
    for (int i = 0; i < left.rows().size(); i++) {
      if (left.rows().get(i).size() != right.rows().get(i).size()) {
        return false;
      }
    }
    return true;
  }

  private Matrix plus(Matrix left, Matrix right) {
    List<List<Node>> rows = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      List<Node> row = new ArrayList<>();
      for (int j = 0; j < left.rows().get(i).size(); j++) {
        budget.spend(1);
        row.add(Nodes.sum(List.of(left.rows().get(i).get(j), right.rows().get(i).get(j))));
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }

  private Matrix times(Matrix left, Matrix right) {
    if (!isRectangular(right)) {
      throw new UndefinedValueException("rows of different lengths");
    }
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> leftRow : left.rows()) {
      List<Node> row = new ArrayList<>();
      for (int j = 0; j < right.rows().get(0).size(); j++) {
        List<Node> terms = new ArrayList<>();
        for (int k = 0; k < leftRow.size(); k++) {
          budget.spend(1);
          terms.add(Nodes.product(List.of(leftRow.get(k), right.rows().get(k).get(j))));
        }
        row.add(Nodes.sum(terms));
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }
}
