package io.mathscale.core.data;

import java.math.BigDecimal;

/**
 * What a judge says of a pair.
 *
 * @param judge the model that judges, as configured
 * @param verdict what it says of the pair's solution
 * @param words its reasons
 * @param cost US dollars
 * @param call key of the call
 */
public record PairJudgement(
    String judge, JudgeVerdict verdict, String words, BigDecimal cost, String call) {}
