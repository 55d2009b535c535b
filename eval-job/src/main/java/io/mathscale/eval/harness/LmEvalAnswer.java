package io.mathscale.eval.harness;

/**
 * One of the answers to a problem in {@link LmEvalProblem}.
 *
 * @param sample which of them, from 0
 * @param completion what the model wrote
 * @param extracted the answer that was read out of it
 * @param strict whether the strict grader calls it right
 * @param mwpbench whether the released rules call it right
 * @param rule the rule that decided
 */
public record LmEvalAnswer(
    int sample,
    String completion,
    String extracted,
    boolean strict,
    boolean mwpbench,
    String rule) {}
