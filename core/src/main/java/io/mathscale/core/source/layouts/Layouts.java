package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;
import java.util.Optional;

/** The known layouts of public data sets. */
public final class Layouts {
  /** What the layout of rows is called that are of no known data set. */
  public static final String NO_LAYOUT = "no known layout";

  private static final PublicDataSet DEEP_MATH = PublicDataSet.of("DeepMath-103K", "MIT");
  private static final PublicDataSet BIG_MATH =
      PublicDataSet.of("Big-Math-RL-Verified", "Apache-2.0");
  private static final PublicDataSet S1K = PublicDataSet.of("s1K", "MIT");
  private static final PublicDataSet OPEN_THOUGHTS =
      PublicDataSet.of("OpenThoughts-114k", "Apache-2.0");

  /** Question below an optional context; lists of solutions, of which the first is taken. */
  private static final Layout OLYMPIAD_BENCH =
      FieldLayout.of(
          "OlympiadBench",
          PublicDataSet.of("OlympiadBench", "MIT"),
          "question solution final_answer subfield",
          "context+question",
          "final_answer",
          "solution.0 solution");

  /** The first that fits counts: the later ones ask for fewer fields. */
  private static final List<Layout> KNOWN =
      List.of(
          FieldLayout.of(
              "MWPBench",
              PublicDataSet.UNKNOWN,
              "data_topic",
              "question problem",
              "answer",
              "solution"),
          new GaokaoBenchLayout(),
          new AgiEvalLayout(),
          new TalLayout(),
          OLYMPIAD_BENCH,
          VerlLayout.dapo(),
          VerlLayout.others(),
          OpenMathLayout.reasoning(),
          OpenMathLayout.second(),
          OpenMathLayout.first(),
          new NuminaMathLayout(
              "OpenR1-Math", PublicDataSet.of("OpenR1-Math-220k", "Apache-2.0"), "generations"),
          new NuminaMathLayout(
              "NuminaMath-1.5", PublicDataSet.of("NuminaMath-1.5", "Apache-2.0"), "question_type"),
          FieldLayout.of(
              "NuminaMath-CoT",
              PublicDataSet.of("NuminaMath-CoT", "Apache-2.0"),
              "source problem solution messages",
              "problem",
              "",
              "solution"),
          FieldLayout.of(
              "DeepMath",
              DEEP_MATH,
              "question final_answer r1_solution_1",
              "question",
              "final_answer",
              "r1_solution_1 r1_solution_2 r1_solution_3"),
          FieldLayout.of(
              "Big-Math", BIG_MATH, "problem answer llama8b_solve_rate", "problem", "answer", ""),
          new MetaMathLayout(),
          new MathLayout(),
          ChineseSchoolLayout.math23k(),
          ChineseSchoolLayout.ape210k(),
          FieldLayout.of("s1K", S1K, "question solution cot_type", "question", "", "solution"),
          FieldLayout.of(
              "OpenThoughts",
              OPEN_THOUGHTS,
              "problem ground_truth_solution deepseek_solution",
              "problem",
              "",
              "ground_truth_solution deepseek_solution"),
          new AquaLayout(),
          FieldLayout.of(
              "CMATH", PublicDataSet.of("CMATH", ""), "input golden grade", "input", "golden", ""),
          FieldLayout.of(
              "SVAMP",
              PublicDataSet.of("SVAMP", "MIT"),
              "body question answer equation",
              "body+question",
              "answer",
              ""),
          FieldLayout.of(
              "ASDiv",
              PublicDataSet.of("ASDiv", ""),
              "body question answer formula",
              "body+question",
              "answer",
              ""),
          FieldLayout.of(
              "MAWPS",
              PublicDataSet.of("MAWPS", ""),
              "sQuestion lSolutions",
              "sQuestion",
              "lSolutions",
              ""),
          FieldLayout.of(
              "Minerva",
              PublicDataSet.of("Minerva", ""),
              "problem solution type idx",
              "problem",
              "",
              "solution"),
          FieldLayout.of(
              "MathArena",
              new PublicDataSet("", "MathArena", "CC-BY-NC-SA-4.0"),
              "problem_idx problem answer",
              "problem",
              "answer",
              ""),
          ContestLayout.aime(),
          ContestLayout.amc(),
          new Gsm8kLayout(),
          new ConversationLayout("ShareGPT", "conversations"),
          new ConversationLayout("messages", "messages"),
          new PromptCompletionLayout(),
          AlpacaLayout.mathInstruct(),
          AlpacaLayout.alpaca(),
          new ExactFieldsLayout(
              "ScaleQuest",
              PublicDataSet.of("ScaleQuest", ""),
              "scalequest",
              List.of("query", "response")),
          new ExactFieldsLayout(
              "DeepScaleR",
              PublicDataSet.of("DeepScaleR-Preview", "MIT"),
              "deepscaler",
              List.of("problem", "answer", "solution")),
          new ExactFieldsLayout(
              "LIMO",
              PublicDataSet.of("LIMO", "Apache-2.0"),
              "limo",
              List.of("question", "answer", "solution")),
          new OrcaMathLayout());

  private static final Layout PLAIN = new PlainLayout();

  private Layouts() {}

  /**
   * The layout of the data set that a row is from, if it is a known one. Where the user named
   * fields, none is: they know better what the row is.
   */
  public static Optional<Layout> recognised(LayoutRow row) {
    return row.named().isNone()
        ? KNOWN.stream().filter(layout -> layout.fits(row)).findFirst()
        : Optional.empty();
  }

  /** The layout by which a row is read, be it that of no known data set. */
  public static Layout of(LayoutRow row) {
    return recognised(row).orElse(PLAIN);
  }

  /**
   * The problem of any row that has a question, in a known layout or not.
   *
   * @throws RowException when there is no question, or a field holds something other than text
   */
  public static LaidOutProblem read(LayoutRow row) throws RowException {
    return of(row).read(row);
  }
}
