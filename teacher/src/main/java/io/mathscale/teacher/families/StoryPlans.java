package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chooses which situations to join into a story for the concepts that are wanted. */
final class StoryPlans {
  /** What a wanted knowledge point counts. */
  private static final double A_POINT = 1;

  /** What a wanted topic counts. */
  private static final double A_TOPIC = 0.4;

  /** What each situation costs: a story is no longer than its concepts need. */
  private static final double A_PART = 0.35;

  /** What a second quantity of a situation costs. */
  private static final double A_QUANTITY = 0.2;

  /** By how much chance changes the order of stories that serve about as many concepts. */
  private static final double VARIETY = 0.25;

  private static final int MAX_PARTS = 3;

  /** So many of the best are tried at each length; it bounds the time of a choice. */
  private static final int BREADTH = 28;

  private static final Comparator<Plan> BEST_FIRST =
      Comparator.comparingDouble(plan -> -plan.fit());

  private final List<Candidate> candidates;

  /**
   * What may be asked for.
   *
   * @param family the family of the situation
   * @param quantities one quantity, or several to be added
   * @param points the wanted knowledge points that it takes, a bit each
   * @param topics the wanted topics that it has, a bit each
   * @param chance a number from 0 to 1, by chance
   */
  record Candidate(
      ProblemFamily family, List<Quantity> quantities, long points, long topics, double chance) {
    Candidate {
      quantities = List.copyOf(quantities);
    }

    private boolean mayGoOn() {
      return quantities.size() == 1 && quantities.get(0).formula().isPresent();
    }
  }

  /** A chain of candidates: the last and those before it, and what all have in common. */
  private record Plan(
      Plan before,
      Candidate last,
      Measure measure,
      long points,
      long topics,
      long symbols,
      double cost,
      double fit) {
    private static final Plan NOTHING = new Plan(null, null, Measure.VALUE, 0, 0, 0, 0, 0);

    Plan with(Candidate next) {
      long allPoints = points | next.points();
      long allTopics = topics | next.topics();
      double allCost =
          cost
              + A_PART
              + A_QUANTITY * (next.quantities().size() - 1)
              - VARIETY * next.chance() / MAX_PARTS;
      return new Plan(
          this,
          next,
          next.quantities().get(0).measure().after(measure),
          allPoints,
          allTopics,
          symbols | next.family().symbols(),
          allCost,
          A_POINT * Long.bitCount(allPoints) + A_TOPIC * Long.bitCount(allTopics) - allCost);
    }

    /** Returns true if a candidate can go on with what this plan wants, and serves more. */
    boolean goesOnWith(Candidate next) {
      return ((points | next.points()) != points || (topics | next.topics()) != topics)
          && last.mayGoOn()
          && (symbols & next.family().symbols()) == 0
          && next.family().continues(measure)
          && !has(next.family());
    }

    private boolean has(ProblemFamily family) {
      return last != null && (last.family().name().equals(family.name()) || before.has(family));
    }

    List<Candidate> chain() {
      return last == null
          ? List.of()
          : Stream.concat(before.chain().stream(), Stream.of(last)).toList();
    }
  }

  StoryPlans(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  /** Returns the chains, the best first. */
  Stream<List<Candidate>> bestFirst() {
    List<Plan> alone = candidates.stream().map(Plan.NOTHING::with).sorted(BEST_FIRST).toList();
    List<Candidate> best = alone.stream().limit(BREADTH).map(Plan::last).toList();
    List<Plan> longest = alone.stream().filter(plan -> plan.last().family().begins()).toList();
    List<Plan> all = new ArrayList<>(longest);
    for (int size = 2; size <= MAX_PARTS; size++) {
      longest =
          longest.stream()
              .limit(BREADTH)
              .flatMap(plan -> best.stream().filter(plan::goesOnWith).map(plan::with))
              .sorted(BEST_FIRST)
              .toList();
      all.addAll(longest);
    }

    all.sort(BEST_FIRST);
    return all.stream().map(Plan::chain);
  }
}
