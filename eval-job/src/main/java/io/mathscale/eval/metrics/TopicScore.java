package io.mathscale.eval.metrics;

/**
 * How a model does on one {@code data_topic}, by one grader.
 *
 * @param topic the {@code data_topic}
 * @param first among the first rows of the topic, up to the cap
 * @param rest among the others
 */
public record TopicScore(String topic, SetScore first, SetScore rest) {
  /** Among the rows that count. */
  SetScore counted(boolean isCapped) {
    return isCapped ? first : first.plus(rest);
  }
}
