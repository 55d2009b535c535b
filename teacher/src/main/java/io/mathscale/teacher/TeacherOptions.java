package io.mathscale.teacher;

import io.mathscale.teacher.answers.AnswerOptions;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a teacher behaves.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param latency how long an answer takes
 * @param answers what it answers
 * @param faults the share of answers that go wrong, by how they do; together at most 1
 * @param seed the seed of faults and latency
 * @param requestsPerMinute the limit of requests a minute, 0 for none
 * @param tokensPerMinute the limit of tokens a minute, 0 for none
 * @param quota the number of completed calls after which there is no more money, 0 for no end
 * @param key the key that each request must carry, empty for none
 */
public record TeacherOptions(
    String host,
    int port,
    Latency latency,
    AnswerOptions answers,
    Map<Fault, Double> faults,
    long seed,
    long requestsPerMinute,
    long tokensPerMinute,
    long quota,
    String key) {
  /** Checks the ranges. */
  public TeacherOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
    }

    if (requestsPerMinute < 0 || tokensPerMinute < 0 || quota < 0) {
      throw new IllegalArgumentException(
          "Limits must be at least 0: %d requests, %d tokens, %d quota"
              .formatted(requestsPerMinute, tokensPerMinute, quota));
    }

    double all = faults.values().stream().mapToDouble(Double::doubleValue).sum();
    if (all > 1 || faults.values().stream().anyMatch(rate -> !(rate >= 0))) {
      throw new IllegalArgumentException(
          "Rates of faults must be at least 0 and at most 1 together: " + faults);
    }

    faults = Map.copyOf(faults);
  }

  /** Returns a teacher that answers at once and well, on any free port of the loopback. */
  public static TeacherOptions defaults() {
    return new TeacherOptions(
        "127.0.0.1", 0, Latency.NONE, AnswerOptions.RIGHT, Map.of(), 0, 0, 0, 0, "");
  }

  /** Returns these options with a port. */
  public TeacherOptions withPort(int port) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a latency, as {@link Latency#parse} reads it. */
  public TeacherOptions withLatency(String latency) {
    Latency read = Latency.parse(latency);
    return new TeacherOptions(
        host, port, read, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with other answers. */
  public TeacherOptions withAnswers(AnswerOptions answers) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with one more fault, at a rate from 0 to 1. */
  public TeacherOptions withFault(Fault fault, double rate) {
    Map<Fault, Double> more = new EnumMap<>(Fault.class);
    more.putAll(faults);
    more.put(fault, rate);
    return new TeacherOptions(
        host, port, latency, answers, more, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a seed. */
  public TeacherOptions withSeed(long seed) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a limit of requests a minute. */
  public TeacherOptions withRequestsPerMinute(long requestsPerMinute) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a limit of tokens a minute. */
  public TeacherOptions withTokensPerMinute(long tokensPerMinute) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a number of completed calls after which there is no more money. */
  public TeacherOptions withQuota(long quota) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Returns these options with a key that each request must carry. */
  public TeacherOptions withKey(String key) {
    return new TeacherOptions(
        host, port, latency, answers, faults, seed, requestsPerMinute, tokensPerMinute, quota, key);
  }

  /** Tells all but the key. */
  @Override
  public String toString() {
    return "TeacherOptions[host=%s, port=%d, latency=%s, answers=%s, faults=%s, seed=%d]"
        .formatted(host, port, latency, answers, faults, seed);
  }
}
