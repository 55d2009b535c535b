package io.mathscale.generator.validate;

import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.generator.prompts.SolutionPrompts;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Makes the prompts of a round for one of the models, which take turns by sample. */
public final class AskVotes implements FlatMapFunction<AskedPair, Prompt> {
  private static final long serialVersionUID = 1L;

  private final StoppingRule rule;
  private final PromptTemplate template;
  private final int model;
  private final int models;

  /**
   * Prompts for a model.
   *
   * @param pairs whose votes are not decided
   * @param model its place among the models
   * @param models how many there are
   */
  public static Dataset<Prompt> of(
      Dataset<AskedPair> pairs, StoppingRule rule, PromptTemplate template, int model, int models) {
    return pairs.flatMap(new AskVotes(rule, template, model, models), Prompt.ENCODER);
  }

  /**
   * How many prompts there are for each model, in one pass.
   *
   * @param pairs whose votes are not decided
   * @param models how many there are
   */
  public static long[] counts(Dataset<AskedPair> pairs, StoppingRule rule, int models) {
    FlatMapFunction<Iterator<AskedPair>, long[]> count =
        rows -> {
          long[] ofEach = new long[models];
          rows.forEachRemaining(
              pair -> samples(pair, rule).forEach(sample -> ofEach[sample % models]++));
          return List.of(ofEach).iterator();
        };
    long[] counts = new long[models];
    for (long[] part : pairs.toJavaRDD().mapPartitions(count).collect()) {
      Arrays.setAll(counts, model -> counts[model] + part[model]);
    }

    return counts;
  }

  /** The fresh solutions that a pair is asked for next, by their numbers. */
  private static IntStream samples(AskedPair pair, StoppingRule rule) {
    int asked = pair.votes().size();
    return IntStream.range(asked, asked + rule.next(CountedVotes.of(pair).votes()));
  }

  /**
   * The prompts of a model's first turn at each pair, whatever the others say before.
   *
   * @param pairs of which no fresh solution was asked for
   * @param model its place among the models
   */
  public static Dataset<Prompt> first(
      Dataset<AskedPair> pairs, PromptTemplate template, int model) {
    FilterFunction<AskedPair> hasAnswer = AskedPair::hasAnswer;
    MapFunction<AskedPair, Prompt> prompt =
        pair -> new Prompt(pair.id(), model, SolutionPrompts.messages(template, pair.question()));
    return pairs.filter(hasAnswer).map(prompt, Prompt.ENCODER);
  }

  private AskVotes(StoppingRule rule, PromptTemplate template, int model, int models) {
    this.rule = rule;
    this.template = template;
    this.model = model;
    this.models = models;
  }

  @Override
  public Iterator<Prompt> call(AskedPair pair) {
    List<Message> messages = SolutionPrompts.messages(template, pair.question());
    return samples(pair, rule)
        .filter(sample -> sample % models == model)
        .mapToObj(sample -> new Prompt(pair.id(), sample, messages))
        .iterator();
  }
}
