package io.mathscale.core.config;

import java.util.List;

/**
 * Answers of a model to the benchmark (MWPBench protocol: zero-shot, greedy).
 *
 * @param template name of a bundled prompt, or a path
 * @param temperature sampling temperature
 * @param maxTokens the longest answer, in tokens
 * @param samples answers asked for each problem
 * @param stop strings at which an answer ends
 */
public record InferConfig(
    String template, double temperature, int maxTokens, int samples, List<String> stop) {
  public InferConfig {
    Check.notBlank("template", template);
    Check.between("temperature", 0, 2, temperature);
    Check.atLeast("max-tokens", 1, maxTokens);
    Check.atLeast("samples", 1, samples);
    Check.that(stop.stream().noneMatch(String::isEmpty), "stop", "hold no empty text", stop);
    stop = List.copyOf(stop);
  }
}
