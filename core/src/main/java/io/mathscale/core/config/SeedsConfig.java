package io.mathscale.core.config;

/**
 * Where the seed questions are.
 *
 * @param path file, folder or glob; empty where no command needs seeds
 * @param limit the first so many distinct good seeds by id; 0 = all
 * @param fields path of each field; where all are empty the layout is recognised
 * @param maxRow a row with more text than this in the fields that are read is rejected
 * @param decontaminate whether questions of the benchmark are no seeds
 */
public record SeedsConfig(
    String path, long limit, Fields fields, Bytes maxRow, boolean decontaminate) {
  public SeedsConfig {
    Check.atLeast("limit", 0, limit);
  }

  /**
   * Path of each field of a seed, such as {@code messages.1.content}; empty where it is recognised.
   *
   * @param id the id given by the file
   * @param question the question
   * @param answer the final answer
   * @param solution the worked solution
   * @param dataset the data set
   * @param source where the question is from
   * @param license the licence
   */
  public record Fields(
      String id,
      String question,
      String answer,
      String solution,
      String dataset,
      String source,
      String license) {}
}
