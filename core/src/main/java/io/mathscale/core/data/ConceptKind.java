package io.mathscale.core.data;

/** The two kinds of concept (paper, section 3.1). */
public enum ConceptKind {
  /** A general field of mathematics. */
  TOPIC,
  /** A specific concept or technique. */
  KNOWLEDGE_POINT
}
