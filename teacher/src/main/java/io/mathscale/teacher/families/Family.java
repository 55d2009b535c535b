package io.mathscale.teacher.families;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A family of problems that differ in their numbers, names and wordings. */
public interface Family {
  /** Returns the short unique name, such as {@code arithmetic-series}. */
  String name();

  /** Returns the fields of mathematics that the problems belong to, the nearest first. */
  List<String> topics();

  /** Returns the concepts and techniques that solving takes, the most typical first. */
  List<String> knowledgePoints();

  /** Returns a problem drawn by chance; equal states of the generator give equal problems. */
  Problem pose(RandomGenerator random);

  /** Returns the question with its solution where it is one that this family poses, else empty. */
  Optional<Problem> solve(String question);
}
