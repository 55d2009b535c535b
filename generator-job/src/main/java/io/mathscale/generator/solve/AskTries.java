package io.mathscale.generator.solve;

import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.generator.prompts.SolutionPrompts;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Makes the prompts of a round: the next tries at a question, if it wants more. */
public final class AskTries implements FlatMapFunction<SampledQuestion, Prompt> {
  private static final long serialVersionUID = 1L;

  private final SolveRule rule;
  private final PromptTemplate template;

  private AskTries(SolveRule rule, PromptTemplate template) {
    this.rule = rule;
    this.template = template;
  }

  /**
   * The prompts of the next round; none when the rule has ended for every question.
   *
   * @param tries those that were asked
   */
  public static Dataset<Prompt> next(
      Dataset<SeedQuestion> questions,
      Dataset<SolutionTry> tries,
      SolveRule rule,
      PromptTemplate template) {
    return SampledQuestion.of(questions, tries)
        .flatMap(new AskTries(rule, template), Prompt.ENCODER);
  }

  @Override
  public Iterator<Prompt> call(SampledQuestion sampled) {
    int asked = sampled.tries().size();
    int next = Course.of(sampled.outcomes(), rule.forQuestion(sampled.question().id())).next();
    if (next == 0) {
      return List.<Prompt>of().iterator();
    }

    List<Message> messages = SolutionPrompts.messages(template, sampled.question().question());
    return IntStream.range(asked, asked + next)
        .mapToObj(sample -> new Prompt(sampled.question().id(), sample, messages))
        .iterator();
  }
}
