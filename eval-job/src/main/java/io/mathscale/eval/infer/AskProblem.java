package io.mathscale.eval.infer;

import io.mathscale.core.data.Message;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.prompts.PromptTemplate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Makes the prompts of a problem: the same conversation once a sample. */
public final class AskProblem implements FlatMapFunction<Problem, Prompt> {
  private static final long serialVersionUID = 1L;

  private final PromptTemplate template;
  private final int samples;

  /**
   * Prompts of a template.
   *
   * @param template what the question is put into
   * @param samples answers asked for each problem, at least 1
   */
  public AskProblem(PromptTemplate template, int samples) {
    this.template = template;
    this.samples = samples;
  }

  @Override
  public Iterator<Prompt> call(Problem problem) {
    List<Message> messages = template.render(Map.of("question", problem.question()));
    return IntStream.range(0, samples)
        .mapToObj(sample -> new Prompt(problem.key(), sample, messages))
        .iterator();
  }
}
