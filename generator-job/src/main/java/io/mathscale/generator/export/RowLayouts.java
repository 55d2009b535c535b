package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.config.ExportConfig.Reasoning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a row looks like in each layout, as JSON objects. Rows that a layout cannot hold are null. */
final class RowLayouts {
  /** A number that fits into 32 bits with a sign. */
  private static final long INDEXES = 1L << 31;

  private final ExportConfig config;

  RowLayouts(ExportConfig config) {
    this.config = config;
  }

  /** The line of a row in a layout of JSON lines. */
  Column line(Format format) {
    return switch (format) {
      case ALPACA ->
          jsonWithReasoning(
              col("question").as("instruction"), lit("").as("input"), reply().as("output"));
      case MESSAGES -> json(messages().as("messages"));
      case SHAREGPT -> jsonWithReasoning(turns().as("conversations"));
      case PROMPT_COMPLETION ->
          jsonWithReasoning(prompt().as("prompt"), reply().as("completion"));
      case RLVR -> when(ExportRows.hasAnswer(), to_json(struct(rewarded())));
      case PARQUET -> throw new IllegalArgumentException("Parquet is no layout of JSON lines");
    };
  }

  private Column json(Column... layout) {
    List<Column> fields = new ArrayList<>(Arrays.asList(layout));
    fields.addAll(common());
    return to_json(struct(fields.toArray(Column[]::new)));
  }

  /** As {@link #json}, with the reasoning beside the layout's own fields where it is wanted there. */
  private Column jsonWithReasoning(Column... layout) {
    if (config.reasoning() != Reasoning.FIELD) {
      return json(layout);
    }

    Column[] fields = Arrays.copyOf(layout, layout.length + 1);
    fields[layout.length] = when(hasReasoning(), col("reasoning")).as("reasoning");
    return json(fields);
  }

  /** What every row has, whatever its layout. */
  private static List<Column> common() {
    return List.of(
        col("id"),
        col("answer"),
        col("topics"),
        col("knowledgePoints").as("knowledge_points"),
        col("model"),
        col("origin"),
        col("license"));
  }

  private Column reply() {
    return config.reasoning() == Reasoning.THINK
        ? concat(
            when(hasReasoning(), concat(lit("<think>\n"), col("reasoning"), lit("\n</think>\n\n")))
                .otherwise(""),
            col("solution"))
        : col("solution");
  }

  private static Column hasReasoning() {
    return length(col("reasoning")).gt(0);
  }

  private Column prompt() {
    PromptText text = PromptText.load(config.prompt());
    return concat(lit(text.before()), col("question"), lit(text.after()));
  }

  /** All messages have the same fields; JSON lines are without those that are null. */
  private Column messages() {
    Column thought = when(hasReasoning(), col("reasoning"));
    Column none = lit(null).cast("string");
    return array(
        message("user", col("question"), none),
        message("assistant", reply(), config.reasoning() == Reasoning.FIELD ? thought : none));
  }

  private static Column message(String role, Column content, Column thought) {
    return struct(
        lit(role).as("role"), content.as("content"), thought.as("reasoning_content"));
  }

  private Column turns() {
    return array(turn("human", col("question")), turn("gpt", reply()));
  }

  private static Column turn(String from, Column value) {
    return struct(lit(from).as("from"), value.as("value"));
  }

  /**
   * A prompt with the answer that rewards are given for, as verl reads it ({@code data_source,
   * prompt, ability, reward_model, extra_info}) and Open-Instruct ({@code messages, ground_truth,
   * dataset}). Fields of verl's scorer and Open-Instruct's verifier stand beside each other.
   */
  Column[] rewarded() {
    Column asked =
        config.rlvr().instruction().isEmpty()
            ? col("question")
            : concat(col("question"), lit("\n\n" + config.rlvr().instruction()));
    Column conversation = array(struct(lit("user").as("role"), asked.as("content")));
    List<Column> fields =
        new ArrayList<>(
            List.of(
                lit(config.rlvr().dataSource()).as("data_source"),
                conversation.as("prompt"),
                lit("math").as("ability"),
                struct(lit("rule").as("style"), col("answer").as("ground_truth"))
                    .as("reward_model"),
                extraInfo().as("extra_info"),
                conversation.as("messages"),
                col("answer").as("ground_truth"),
                lit(config.rlvr().verifier()).as("dataset")));
    fields.addAll(common());
    return fields.toArray(Column[]::new);
  }

  private static Column extraInfo() {
    Column[] names =
        Arrays.stream(DataSplit.values()).map(split -> lit(split.label())).toArray(Column[]::new);
    return struct(
        element_at(array(names), col(ExportRows.SPLIT).plus(1)).as("split"),
        pmod(col(ExportRows.ORDER), lit(INDEXES)).cast("int").as("index"),
        col("id"),
        col("question"),
        col("answer"));
  }
}
