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
      Comparator.comparingDouble((Plan plan) -> -plan.fit);

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

  /** A chain of candidates: the last and those before it. */
  private static final class Plan {
    private final Plan before;
    private final Candidate last;
    private final Measure measure;
    private final int size;
    private final long points;
    private final long topics;
    private final long symbols;
    private final double cost;
    private final double fit;

    Plan(Plan before, Candidate last) {
      boolean isFirst = before == null;
      this.before = before;
      this.last = last;
      this.size = isFirst ? 1 : before.size + 1;
      this.measure =
          last.quantities().get(0).measure().after(isFirst ? Measure.VALUE : before.measure);
      this.points = last.points() | (isFirst ? 0 : before.points);
      this.topics = last.topics() | (isFirst ? 0 : before.topics);
      this.symbols = last.family().symbols() | (isFirst ? 0 : before.symbols);
      this.cost =
          (isFirst ? 0 : before.cost)
              + A_PART
              + A_QUANTITY * (last.quantities().size() - 1)
              - VARIETY * last.chance() / MAX_PARTS;
      this.fit = A_POINT * Long.bitCount(points) + A_TOPIC * Long.bitCount(topics) - cost;
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
      return last.family().name().equals(family.name()) || (before != null && before.has(family));
    }

    List<Candidate> chain() {
      List<Candidate> chain = before == null ? new ArrayList<>() : before.chain();
      chain.add(last);

      return chain;
    }
  }

  StoryPlans(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  /** Returns the chains, the best first. */
  Stream<List<Candidate>> bestFirst() {
    List<Plan> alone = new ArrayList<>();
    candidates.forEach(candidate -> alone.add(new Plan(null, candidate)));
    alone.sort(BEST_FIRST);
    List<Candidate> best = alone.stream().limit(BREADTH).map(plan -> plan.last).toList();
    List<Plan> all = new ArrayList<>();
    alone.stream().filter(plan -> plan.last.family().begins()).forEach(all::add);
    List<Plan> shorter = List.copyOf(all.subList(0, Math.min(BREADTH, all.size())));

    for (int size = 2; size <= MAX_PARTS; size++) {
      List<Plan> longer = new ArrayList<>();

      for (Plan plan : shorter) {
        for (Candidate next : best) {
          if (plan.goesOnWith(next)) {
            longer.add(new Plan(plan, next));
          }
        }
      }

      longer.sort(BEST_FIRST);
      shorter = List.copyOf(longer.subList(0, Math.min(BREADTH, longer.size())));
      all.addAll(longer);
    }

    all.sort(BEST_FIRST);

    return all.stream().map(Plan::chain);
  }
}
