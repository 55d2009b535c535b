package io.mathscale.core.config;

/**
 * Random walks over the concept graph (paper, section 3.2).
 *
 * @param target unique compositions wanted
 * @param topicSteps steps from topic to topic
 * @param knowledgePointSteps steps from knowledge point to knowledge point
 * @param examples seeds shown with each composition
 * @param minNewShare stop when an epoch adds a smaller share of new compositions
 */
public record ComposeConfig(
    long target,
    IntRange topicSteps,
    IntRange knowledgePointSteps,
    int examples,
    double minNewShare) {
  public ComposeConfig {
    Check.atLeast("target", 1, target);
    Check.atLeast("examples", 0, examples);
    Check.between("min-new-share", 0, 1, minNewShare);
  }
}
