package io.mathscale.core.config;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Files for trainers.
 *
 * @param formats which, each once
 * @param mixture which rows
 * @param reasoning what becomes of what a model thought before its answer
 * @param compression of JSON lines
 * @param shardSize about so large is a file before compression
 * @param split rows that are kept from training
 * @param prompt name of a bundled prompt, or a path to a file: what a question is put into where a
 *     format holds whole prompts
 * @param rlvr what training by verifiable rewards is told
 * @param baseModel the model that the trainers' configurations begin with
 * @param card what the data card says that no table knows
 * @param where SQL condition on the columns of the training data; empty for all rows
 * @param balance how many rows of which group
 */
public record ExportConfig(
    List<Format> formats,
    Mixture mixture,
    Reasoning reasoning,
    Compression compression,
    Bytes shardSize,
    Split split,
    String prompt,
    Rlvr rlvr,
    String baseModel,
    Card card,
    String where,
    Balance balance) {
  /** Checks that there is a format, and keeps each once. */
  public ExportConfig {
    Check.that(!formats.isEmpty(), "formats", "name one at least", formats);
    Check.notBlank("prompt", prompt);
    Check.notBlank("base-model", baseModel);
    formats = List.copyOf(new LinkedHashSet<>(formats));
  }

  /**
   * How many rows of which group are exported.
   *
   * @param by SQL expression whose values are the groups; empty for no groups
   * @param buckets bounds of groups of numbers, rising; none: each value is a group
   * @param rows of each group, where it has as many; 0 for as many as the smallest has
   */
  public record Balance(String by, List<Double> buckets, long rows) {
    /** Checks that there are groups to bound, and that the bounds rise. */
    public Balance {
      Check.atLeast("rows", 0, rows);
      Check.that(rows == 0 || !by.isBlank(), "rows", "stand with by", rows);
      Check.that(buckets.isEmpty() || !by.isBlank(), "buckets", "stand with by", buckets);
      for (int i = 1; i < buckets.size(); i++) {
        Check.that(buckets.get(i) > buckets.get(i - 1), "buckets", "rise", buckets);
      }

      buckets = List.copyOf(buckets);
    }
  }

  /** A layout that trainers read. */
  public enum Format {
    /** JSON lines of instruction, input and output. */
    ALPACA,
    /** JSON lines of messages with role and content. */
    MESSAGES,
    /** JSON lines of conversations with from and value. */
    SHAREGPT,
    /** JSON lines of prompt and completion. */
    PROMPT_COMPLETION,
    /** Prompts with the answers that rewards are given for: JSON lines, and Parquet for verl. */
    RLVR,
    /** Parquet of all columns. */
    PARQUET
  }

  /** Which rows of the training data are exported. */
  public enum Mixture {
    /** All: generated pairs and the seeds' own, as the paper trains on (section 3.3). */
    PAPER,
    /** Generated pairs alone. */
    GENERATED,
    /** The seeds' pairs alone. */
    SEEDS
  }

  /** What becomes of what a model thought before its answer. */
  public enum Reasoning {
    /** It is left out. */
    NONE,
    /** It stands before the solution, between think tags. */
    THINK,
    /** It stands in a field of its own. */
    FIELD
  }

  /** How JSON lines are compressed. */
  public enum Compression {
    /** Not at all: LLaMA-Factory reads nothing else. */
    NONE,
    /** By gzip. */
    GZIP,
    /** By Zstandard. */
    ZSTD
  }

  /**
   * Shares of rows that are kept from training.
   *
   * @param validation share, from 0 to below 1
   * @param test share, from 0 to below 1
   */
  public record Split(double validation, double test) {
    /** Checks that rows are left to train on. */
    public Split {
      Check.between("validation", 0, 1, validation);
      Check.between("test", 0, 1, test);
      Check.that(
          validation + test < 1,
          "validation",
          "leave rows to train on, together with test below 1",
          validation + test);
    }
  }

  /**
   * What training by verifiable rewards is told.
   *
   * @param dataSource what verl chooses its scorer by
   * @param verifier what Open-Instruct chooses its verifier by
   * @param instruction follows the question, after an empty line; empty for none
   */
  public record Rlvr(String dataSource, String verifier, String instruction) {
    /** Checks that there are a source and a verifier. */
    public Rlvr {
      Check.notBlank("data-source", dataSource);
      Check.notBlank("verifier", verifier);
    }
  }

  /**
   * What the data card says that no table knows.
   *
   * @param name name of the data set
   * @param version its version, such as {@code 1.0.0}
   * @param licenses its licences as the hub calls them; empty: those of the rows, where all have
   *     one
   * @param languages ISO 639-1 codes; empty: those that refining found in the rows
   * @param creator who made it; empty where that is not said
   * @param url its page; empty where it has none
   */
  public record Card(
      String name,
      String version,
      List<String> licenses,
      List<String> languages,
      String creator,
      String url) {
    /** Checks name, version and languages. */
    public Card {
      Check.that(
          name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
          "name",
          "be letters, digits, '.', '_' and '-'",
          "\"" + name + "\"");
      Check.that(
          version.matches("\\d+\\.\\d+\\.\\d+"),
          "version",
          "be three numbers, as 1.0.0",
          "\"" + version + "\"");
      licenses = List.copyOf(licenses);
      Check.languages("languages", languages);
      languages = List.copyOf(languages);
    }
  }
}
