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

/**
 * What a row looks like in each layout, as JSON objects. Rows that a layout cannot hold are null.
 */
final class RowLayouts {
  /** A number that fits into 32 bits with a sign. */
  private static final long INDEXES = 1L << 31;

  private final ExportConfig config;

  RowLayouts(ExportConfig config) {
    this.config = config;
  }

  /** The line of a row in a layout of JSON lines, without the fields that are null. */
  Column line(Format format) {
    Column json = to_json(struct(fields(format)));
    return format == Format.RLVR ? when(ExportRows.hasAnswer(), json) : json;
  }

  /** The fields of a row in a layout. */
  Column[] fields(Format format) {
    return switch (format) {
      case ALPACA ->
          withReasoning(
              col("question").as("instruction"), lit("").as("input"), reply().as("output"));
      case MESSAGES -> withCommon(messages().as("messages"));
      case SHAREGPT -> withReasoning(turns().as("conversations"));
      case PROMPT_COMPLETION -> withReasoning(prompt().as("prompt"), reply().as("completion"));
      case RLVR -> withCommon(rewarded());
      case PARQUET -> throw new IllegalArgumentException("Parquet has the columns of the table");
    };
  }

  private static Column[] withCommon(Column... layout) {
    List<Column> fields = new ArrayList<>(Arrays.asList(layout));
    fields.addAll(common());
    return fields.toArray(Column[]::new);
  }

  /** With the reasoning beside the layout's own fields where it is wanted there. */
  private Column[] withReasoning(Column... layout) {
    if (config.reasoning() != Reasoning.FIELD) {
      return withCommon(layout);
    }

    Column[] fields = Arrays.copyOf(layout, layout.length + 1);
    fields[layout.length] = when(hasReasoning(), col("reasoning")).as("reasoning");
    return withCommon(fields);
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

  private Column messages() {
    Column none = lit(null).cast("string");
    return array(
        message("user", col("question"), none),
        message("assistant", reply(), when(hasReasoning(), col("reasoning"))));
  }

  private Column message(String role, Column content, Column thought) {
    return config.reasoning() == Reasoning.FIELD
        ? struct(lit(role).as("role"), content.as("content"), thought.as("reasoning_content"))
        : struct(lit(role).as("role"), content.as("content"));
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
  private Column[] rewarded() {
    Column asked =
        config.rlvr().instruction().isEmpty()
            ? col("question")
            : concat(col("question"), lit("\n\n" + config.rlvr().instruction()));
    Column truth = GroundTruth.of(col("answer"));
    Column conversation = array(struct(lit("user").as("role"), asked.as("content")));
    return new Column[] {
      lit(config.rlvr().dataSource()).as("data_source"),
      conversation.as("prompt"),
      lit("math").as("ability"),
      struct(lit("rule").as("style"), truth.as("ground_truth")).as("reward_model"),
      extraInfo().as("extra_info"),
      conversation.as("messages"),
      truth.as("ground_truth"),
      lit(config.rlvr().verifier()).as("dataset")
    };
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
