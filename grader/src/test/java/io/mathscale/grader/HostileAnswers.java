package io.mathscale.grader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers that take long to grade: of a million characters, deep, of huge value or of many parts.
 */
final class HostileAnswers {
  private static final int MILLION = 1_000_000;

  private HostileAnswers() {}

  /** The answers by their descriptions. */
  static Map<String, String> byName() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.putAll(values());
    answers.putAll(deep());
    answers.putAll(lengthy());
    answers.putAll(wide());
    return answers;
  }

  /**
   * Every answer as prediction, as reference, in text, and compared with itself and similar
   * answers.
   */
  static List<LabelledPair> pairs() {
    List<LabelledPair> pairs = new ArrayList<>();
    byName()
        .forEach(
            (name, text) -> {
              for (boolean isCompletion : new boolean[] {true, false}) {
                String kind = name + (isCompletion ? ", completion" : ", answer");
                pairs.add(new LabelledPair(kind + " for 1", text, "1", isCompletion, false));
                pairs.add(new LabelledPair(kind + " of 1", "1", text, isCompletion, false));
                pairs.add(new LabelledPair(kind + " for itself", text, text, isCompletion, true));
                pairs.add(
                    new LabelledPair(kind + " for more", text, text + "+1", isCompletion, false));
                pairs.add(
                    new LabelledPair(
                        kind + " after a phrase",
                        "The answer is " + text + "+2",
                        text + "+3",
                        isCompletion,
                        false));
                pairs.add(
                    new LabelledPair(
                        kind + " in a box",
                        "\\boxed{" + text + "}",
                        "2 " + text,
                        isCompletion,
                        false));
              }
            });
    return pairs;
  }

  private static Map<String, String> values() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String answer :
        List.of(
            "10^{10^{10^{10}}}",
            "2^{2^{2^{2^{2^{2^{2}}}}}}",
            "9^{9^{9^{9}}}+1",
            "10^{-10^{10^{10}}}",
            "(1+10^{-9})^{10^{9}}",
            "100000!",
            "100,000!",
            "(((3!)!)!)!",
            "3999!",
            "2^{65535}-1",
            "2^{65535}\\cdot 3^{40000}",
            "1.0000001^{10000000}",
            "\\binom{10000}{5000}",
            "\\binom{10^9}{5*10^8}",
            "\\binom{4000}{2000}+\\sqrt{2}",
            "1e999999999",
            "1e99999",
            "1e-99999",
            "e^{e^{e^{e^{e}}}}",
            "e^{99999}",
            "\\sin(10^{1000})",
            "\\ln(10^{10^{5}})",
            "\\sqrt[1000]{2}",
            "\\sqrt[99999]{99999}",
            "(x+1)^{1000}",
            "(x+1)^{100000}",
            "(x+y+z)^{999}(x-y)^{999}",
            "(\\sqrt{2}+\\sqrt{3})^{1000}",
            "x^{x^{x^{x}}}",
            "\\gcd(2^{60000}-1,2^{59999}-1)",
            "\\frac{1}{3^{40000}}",
            "(1+i)^{100000}",
            "12345678901234567890^{3000}",
            "99999999999999999999999999999999999!",
            "1_2",
            "10^{9}_{2}")) {
      answers.put(answer, answer);
    }
    return answers;
  }

  private static Map<String, String> deep() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("10,000 braces", nested("{", "1", "}", 10_000));
    answers.put("10,000 brackets", nested("(", "1", ")", 10_000));
    answers.put("10,000 fractions", nested("\\frac{1}{", "x", "}", 10_000));
    answers.put("10,000 roots", nested("\\sqrt{", "x", "}", 10_000));
    answers.put("90 brackets", nested("(", "1", ")", 90));
    answers.put("90 fractions", nested("\\frac{1}{", "x", "}", 90));
    answers.put("90 fractions of sums", nested("\\frac{1}{1+", "x", "}", 40));
    answers.put("fractions without braces", "1\\frac".repeat(80) + "12");
    answers.put("fractions in both places", binaryFractions(8));
    answers.put("90 roots", nested("\\sqrt{", "x", "}", 90));
    answers.put("45 roots of sums", nested("\\sqrt{2+", "x", "}", 45));
    answers.put("40 sines", nested("\\sin(x+", "1", ")", 40));
    answers.put("45 sines of sines", nested("\\sin(", "x", ")", 45));
    answers.put("1,000 sines of sines", nested("sin(", "x", ")", 1_000));
    answers.put("90 powers", "x^".repeat(90) + "x");
    answers.put("2,500 powers", "2^".repeat(2_500) + "2");
    answers.put("80 sets", nested("\\{1,", "1", "\\}", 80));
    answers.put("40 absolute values", nested("\\left|x-", "1", "\\right|", 40));
    answers.put("texts in texts", "\\text{".repeat(1_000));
    answers.put("matrices in matrices", nested("\\begin{pmatrix}", "1", "\\end{pmatrix}", 60));
    answers.put("2,000 factorials", "x" + "!".repeat(2_000));
    answers.put("19 factorials", "3" + "!".repeat(19));
    answers.put("2,900 signs", "-".repeat(2_900) + "1");
    answers.put("20 double signs", "\\pm 1".repeat(20));
    answers.put("sum of double signs", "\\pm\\sqrt{2}+".repeat(50) + "1");
    return answers;
  }

  private static Map<String, String> lengthy() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String part :
        List.of(
            "7",
            "a",
            "a ",
            " ",
            "\n",
            "\t",
            "(",
            ")",
            "{",
            "}",
            "{}",
            "$",
            "$$",
            "$1$ ",
            "\\",
            "\\(",
            "\\[",
            "\\frac",
            "\\frac{",
            "\\frac{1}{2}",
            "\\sqrt{",
            "\\text{",
            "\\left(",
            "\\boxed{",
            "\\boxed{1}",
            "\\boxed{1} and ",
            "boxed",
            "\\fbox{",
            "x+",
            "x^",
            "1,",
            "1, ",
            "1.",
            ". ",
            "1 ",
            "-",
            "|",
            "*",
            "**",
            "=",
            "x=1\n",
            "A ",
            "(A) ",
            "B",
            "é",
            "\u0301",
            "答案",
            "答案是7。",
            "😀",
            "\ud835",
            "İ",
            "\u200b",
            "1/2",
            "1/",
            "%",
            "5% ",
            "answer is ",
            "the answer is 5. ",
            "final answer is ",
            "answer",
            "####",
            "#### 5\n",
            "</think>",
            "<|im_end|>",
            "and ",
            "is ",
            "three ",
            "0.",
            "e",
            "1e",
            "\\\\",
            "&",
            "\\begin{pmatrix}",
            "12,345,",
            "{,}",
            "\\!",
            "~",
            "\0",
            "'",
            "°",
            "\\{1\\},",
            "$1$ und ",
            "(a) 3. ")) {
      answers.put("a million of " + shown(part), part.repeat(MILLION / part.length()));
      answers.put("8,000 of " + shown(part), part.repeat(7_990 / part.length()));
    }
    answers.put("a million digits", "7".repeat(MILLION - 1) + "8");
    answers.put("a million decimal places", "0." + "3".repeat(MILLION));
    answers.put("a million digits over three", "7".repeat(MILLION) + "/3");
    answers.put("3,999 digits", "7".repeat(3_999) + "." + "3".repeat(10));
    answers.put("3,000 places", "0." + "1".repeat(3_000));
    answers.put("2,000 digits to the power of 9", "7".repeat(2_000) + "^9");
    answers.put("2,000 digits over 2,000", "7".repeat(2_000) + "/" + "9".repeat(2_000));
    answers.put("1,500 repeating", "0.\\overline{" + "142857".repeat(250) + "}");
    answers.put("a million of unicode", unicode());
    return answers;
  }

  private static Map<String, String> wide() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("100,000 commas", ",".repeat(100_000));
    answers.put("set of 1,000", "\\{" + numbers(1_000, ",") + "\\}");
    answers.put("set of 190", "\\{" + numbers(190, ",") + "\\}");
    answers.put("set of 190 roots", "\\{" + terms(190, "\\sqrt{%d}", ",") + "\\}");
    answers.put("set of 190 sums", "\\{" + "\\sin(1)+\\sqrt{2},".repeat(190) + "1\\}");
    answers.put("set of 190 formulas", "\\{" + terms(190, "(x+%d)^2", ",") + "\\}");
    answers.put("190 intervals", terms(190, "(%d,0.5)", "\\cup"));
    answers.put("matrix of 100 by 100", matrix(100, 100));
    answers.put("matrix of 14 by 14", matrix(14, 14));
    answers.put("product of matrices", matrix(5, 5).repeat(6));
    answers.put("power of a matrix", matrix(10, 10) + "^{1000}");
    answers.put("row of 500", "\\begin{pmatrix}" + "1&".repeat(500) + "1\\end{pmatrix}");
    answers.put("sum of 300 sines", "\\sin x+".repeat(300) + "1");
    answers.put("sum of 300 powers of e", "e^{x}+".repeat(300) + "1");
    answers.put("sum of 500 roots", terms(500, "\\sqrt{%d}", "+"));
    answers.put("sum of 300 fractions", terms(300, "\\frac{1}{%d}", "+"));
    answers.put("sum of 300 powers", terms(300, "%d^{300}", "+"));
    answers.put("polynomial of 600 terms", terms(600, "x^{%d}", "+"));
    answers.put("polynomial of 300 variables", terms(300, "x_{%d}^2", "+"));
    answers.put("product of 300 sums", terms(300, "(x+%d)", ""));
    answers.put("product of 300 factorials", terms(300, "%d!", "\\cdot "));
    answers.put("2,000 variables", "x ".repeat(2_000));
    answers.put("700 fractions", "\\frac{1}{2}".repeat(700));
    answers.put("2,000 equals", "x=".repeat(2_000) + "1");
    answers.put("chain of 500", terms(500, "x_{%d}", "<"));
    answers.put("ratio of 500", numbers(500, ":"));
    answers.put("150 equations", terms(150, "x_{%d}=\\sqrt{2}", ","));
    answers.put("150 inequalities", terms(150, "x>\\sqrt{%d}", " or "));
    answers.put("polynomial inequality", terms(60, "(x-%d)", "") + ">0");
    answers.put("roots in an inequality", "\\sqrt{" + terms(60, "(x-%d)", "") + "}>0");
    return answers;
  }

  private static String nested(String open, String core, String close, int depth) {
    return open.repeat(depth) + core + close.repeat(depth);
  }

  private static String binaryFractions(int depth) {
    return depth == 0
        ? "x"
        : "\\frac{" + binaryFractions(depth - 1) + "+1}{" + binaryFractions(depth - 1) + "+2}";
  }

  private static String numbers(int count, String separator) {
    return terms(count, "%d", separator);
  }

  private static String terms(int count, String form, String separator) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(form::formatted)
        .collect(Collectors.joining(separator));
  }

  private static String matrix(int rows, int columns) {
    String body =
        IntStream.range(0, rows)
            .mapToObj(row -> terms(columns, row + "%d", "&"))
            .collect(Collectors.joining("\\\\"));
    return "\\begin{pmatrix}" + body + "\\end{pmatrix}";
  }

  private static String unicode() {
    StringBuilder text = new StringBuilder(MILLION);
    for (int i = 0; i < MILLION; i++) {
      text.append((char) (i * 7919 % 65_536));
    }
    return text.toString();
  }

  private static String shown(String part) {
    return part.codePoints()
        .mapToObj(c -> c < 33 || c > 126 ? "U+%04X".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }
}
