package io.mathscale.core.data;

/** The three sub-graphs of the concept graph (paper, section 3.2). */
public enum EdgeKind {
  /** Between two topics. */
  TOPIC_TOPIC,
  /** Between a topic and a knowledge point. */
  TOPIC_KNOWLEDGE_POINT,
  /** Between two knowledge points. */
  KNOWLEDGE_POINT_KNOWLEDGE_POINT
}
