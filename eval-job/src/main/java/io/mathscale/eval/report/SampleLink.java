package io.mathscale.eval.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Links from the tables of the report to answers in its sample browser. */
final class SampleLink {
  private SampleLink() {}

  /**
   * The link to answers.
   *
   * @param model name of the model; empty: any
   * @param dataset {@code data_topic}, or the data set before the point of it; empty: any
   * @param verdict {@code right}, {@code wrong}, {@code undecided}, {@code truncated} or {@code
   *     disputed}; empty: any
   * @param rule the rule that decided; empty: any
   */
  static String to(String model, String dataset, String verdict, String rule) {
    StringJoiner link = new StringJoiner("&", "#", "");
    add(link, "model", model);
    add(link, "set", dataset);
    add(link, "verdict", verdict);
    add(link, "rule", rule);
    return link.toString();
  }

  /**
   * The link to the wrong answers of a model to problems, or in answers, of one kind.
   *
   * @param kind see {@link GroupAccuracy#filter}
   */
  static String toKind(String model, String kind) {
    StringJoiner link = new StringJoiner("&", "#", "");
    add(link, "model", model);
    add(link, "verdict", "wrong");
    add(link, "kind", kind);
    return link.toString();
  }

  /** The link to the answers of all models to a problem. */
  static String toProblem(String dataset, String id) {
    StringJoiner link = new StringJoiner("&", "#", "");
    add(link, "set", dataset);
    add(link, "id", id);
    return link.toString();
  }

  private static void add(StringJoiner link, String name, String value) {
    if (!value.isEmpty()) {
      link.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
  }
}
