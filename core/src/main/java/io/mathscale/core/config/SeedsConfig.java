package io.mathscale.core.config;

/**
 * Where the seed questions are.
 *
 * @param path file, folder or glob; empty where no command needs seeds
 * @param limit the first so many distinct good seeds by id; 0 = all
 * @param fields column of each field; empty names are recognised
 * @param maxRow a longer row is rejected
 */
public record SeedsConfig(String path, long limit, Fields fields, Bytes maxRow) {
  public SeedsConfig {
    Check.atLeast("limit", 0, limit);
  }

  /**
   * Column of each field of a seed; empty where the layout is recognised.
   *
   * @param id the id given by the file
   * @param question the question
   * @param answer the final answer
   * @param solution the worked solution
   * @param dataset the data set
   */
  public record Fields(
      String id, String question, String answer, String solution, String dataset) {}
}
