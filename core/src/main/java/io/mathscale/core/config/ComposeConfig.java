package io.mathscale.core.config;

/**
 * Random walks over the concept graph (paper, section 3.2).
 *
 * @param target unique compositions wanted
 * @param topicSteps steps from topic to topic
 * @param knowledgePointSteps steps from knowledge point to knowledge point
 * @param deadEnds what becomes of a walk that cannot take all its steps
 * @param revisits whether a walk may pass a concept again
 * @param examples seeds shown with each composition
 * @param examplePool nearest seeds that the examples are drawn from; 0 for the nearest themselves
 * @param exampleSolutions which seeds may be examples
 * @param minNewShare stop when an epoch adds a smaller share of new compositions
 * @param broadcastLimit a graph of more edges is walked by joins instead of being sent to every
 *     executor
 * @param walk how walks choose concepts
 * @param cover whether concepts that walks come to seldom are favoured
 * @param exampleSolved whether seeds without a worked solution show one that solve found
 */
public record ComposeConfig(
    long target,
    IntRange topicSteps,
    IntRange knowledgePointSteps,
    DeadEnds deadEnds,
    Revisits revisits,
    int examples,
    int examplePool,
    ExampleSolutions exampleSolutions,
    double minNewShare,
    long broadcastLimit,
    WalkKind walk,
    Cover cover,
    boolean exampleSolved) {
  public ComposeConfig {
    Check.atLeast("target", 1, target);
    Check.atLeast("examples", 0, examples);
    Check.that(
        examplePool == 0 || examplePool >= examples,
        "example-pool",
        "be 0 or at least examples = " + examples,
        examplePool);
    Check.between("min-new-share", 0, 1, minNewShare);
    Check.atLeast("broadcast-limit", 0, broadcastLimit);
    Check.that(
        broadcastLimit > 0 || walk == WalkKind.PAPER,
        "broadcast-limit",
        "be above 0 where compose.walk is coherent, which needs the graph in memory",
        broadcastLimit);
    Check.that(
        cover == Cover.OFF || walk == WalkKind.COHERENT,
        "cover",
        "be off where compose.walk is paper, whose chances are the paper's",
        cover);
  }

  /** Which seeds may be examples. */
  public enum ExampleSolutions {
    /** Those with a worked solution: what refine would take as training data. */
    WORKED,
    /** All that have a solution or an answer, which is shown where there is no solution. */
    ANY
  }

  /** What becomes of a walk that comes to a concept without neighbours before its last step. */
  public enum DeadEnds {
    /** It ends there, and counts if it has a topic and a knowledge point. */
    KEEP,
    /** It does not count. */
    DROP
  }

  /** Whether a walk may pass a concept again, which is listed once all the same. */
  public enum Revisits {
    /** It may. */
    PASS,
    /**
     * Each step goes to a neighbour not visited yet; where none is left the walk is at a dead end.
     */
    AVOID
  }

  /** How walks choose concepts. */
  public enum WalkKind {
    /** As in the paper: knowledge points come from the last topic and from each other. */
    PAPER,
    /** Every topic contributes a knowledge point, near all concepts before it. */
    COHERENT
  }

  /** Whether concepts that walks come to seldom are favoured. */
  public enum Cover {
    /** They are not. */
    OFF,
    /** They are, so that all concepts are used about as often as the graph allows. */
    EVEN
  }
}
