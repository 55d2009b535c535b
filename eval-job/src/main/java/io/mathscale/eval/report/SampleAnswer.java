package io.mathscale.eval.report;

/**
 * An answer shown as an example.
 *
 * @param model the model
 * @param dataset {@code data_topic}
 * @param id id of the problem
 * @param isRight whether it is right
 * @param question the question; empty where it is not known
 * @param completion what the model wrote
 * @param extracted the answer that was read out of it
 * @param reference the reference answer
 * @param rule the rule that decided
 */
public record SampleAnswer(
    String model,
    String dataset,
    String id,
    boolean isRight,
    String question,
    String completion,
    String extracted,
    String reference,
    String rule) {}
