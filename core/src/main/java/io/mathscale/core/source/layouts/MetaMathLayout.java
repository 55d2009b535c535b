package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;

/**
 * MetaMathQA: {@code query}, a {@code response} that ends in {@code The answer is: …}, and {@code
 * type}, which tells the set that the question was made of.
 *
 * @see <a href="https://github.com/meta-math/MetaMath">the publisher</a>
 */
final class MetaMathLayout implements Layout {
  private static final PublicDataSet SET = PublicDataSet.of("MetaMathQA", "MIT");
  private static final String MARK = "The answer is:";

  @Override
  public String name() {
    return "MetaMath";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("query", "response", "type");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String response = row.solution("response");
    int mark = response.lastIndexOf(MARK);
    String behind = mark < 0 ? "" : response.substring(mark + MARK.length()).strip();
    String type = row.field("type").asText("");
    PublicDataSet set =
        type.isBlank()
            ? SET
            : new PublicDataSet(SET.dataset(), row.using("source", "type", type), SET.license());
    return LaidOutProblem.of(
        row, set, row.question("query"), behind.lines().findFirst().orElse("").strip(), response);
  }
}
