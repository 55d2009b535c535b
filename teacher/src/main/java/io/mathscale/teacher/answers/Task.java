package io.mathscale.teacher.answers;

import java.util.List;

/** What a prompt asks for. */
sealed interface Task {
  /**
   * To name the topics and knowledge points of a question.
   *
   * @param question the question
   */
  record Extract(String question) implements Task {}

  /**
   * To pose a new question.
   *
   * @param topics the topics that it must adhere to
   * @param knowledgePoints the knowledge points that it must need
   */
  record Generate(List<String> topics, List<String> knowledgePoints) implements Task {
    /** Copies the lists. */
    public Generate {
      topics = List.copyOf(topics);
      knowledgePoints = List.copyOf(knowledgePoints);
    }
  }

  /**
   * To judge a solution of a question.
   *
   * @param mark what the verdict must carry
   * @param question the question
   * @param reference the reference answer, empty if none is known
   * @param solution the solution
   */
  record Judge(String mark, String question, String reference, String solution) implements Task {}

  /**
   * To solve a question.
   *
   * @param question the question
   */
  record Solve(String question) implements Task {}
}
