package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * An answer as it stands in a box, with which scorers of rewards compare it nearly character by
 * character: dollars around it would give a right solution no reward. Numbers stay as they are
 * written, since solutions write them so.
 *
 * @see <a
 *     href="https://github.com/volcengine/verl/blob/main/verl/utils/reward_score/math_reward.py">verl,
 *     the scorer of lighteval/MATH</a>
 */
final class GroundTruth {
  /** What is written otherwise, in this order: an expression, and what replaces it. */
  private static final Map<String, String> WRITTEN_OTHERWISE = new LinkedHashMap<>();

  static {
    WRITTEN_OTHERWISE.put("(?s)^\\$\\$([^$]+)\\$\\$$", "$1");
    WRITTEN_OTHERWISE.put("(?s)^\\$((?:[^$\\\\]|\\\\.)+)\\$$", "$1");
    WRITTEN_OTHERWISE.put("(?s)^\\\\\\(((?:(?!\\\\\\)).)+)\\\\\\)$", "$1");
    WRITTEN_OTHERWISE.put("(?s)^\\\\\\[((?:(?!\\\\\\]).)+)\\\\\\]$", "$1");
    // Math23k writes fractions so.
    WRITTEN_OTHERWISE.put("^\\(\\((-?\\d+)\\)/\\((-?\\d+)\\)\\)$", "\\\\frac{$1}{$2}");
    WRITTEN_OTHERWISE.put("(?<!\\\\)%", "\\\\%");
  }

  private GroundTruth() {}

  /** The answer of a row in that form. */
  static Column of(Column answer) {
    Column truth = trim(answer);
    for (Map.Entry<String, String> rule : WRITTEN_OTHERWISE.entrySet()) {
      truth = trim(regexp_replace(truth, rule.getKey(), rule.getValue()));
    }

    return truth;
  }
}
