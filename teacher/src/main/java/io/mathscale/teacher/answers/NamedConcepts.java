package io.mathscale.teacher.answers;

import java.util.List;

/**
 * What a question is about.
 *
 * @param topics 1 or 2 fields of mathematics
 * @param knowledgePoints 1 to 5 concepts and techniques
 * @param specific false if no rule fitted and the names say no more than "mathematics"
 */
record NamedConcepts(List<String> topics, List<String> knowledgePoints, boolean specific) {
  NamedConcepts {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }
}
