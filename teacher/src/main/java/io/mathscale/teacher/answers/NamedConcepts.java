package io.mathscale.teacher.answers;

import java.util.List;

/**
 * What a question is about.
 *
 * @param topics 1 or 2 fields of mathematics
 * @param knowledgePoints 1 to 5 concepts and techniques
 */
record NamedConcepts(List<String> topics, List<String> knowledgePoints) {
  NamedConcepts {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }
}
