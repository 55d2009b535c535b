package io.mathscale.generator.quality;

import io.mathscale.core.config.QualityConfig;
import io.mathscale.core.config.QualityConfig.Action;
import io.mathscale.core.config.RefineConfig;
import io.mathscale.core.data.QaPair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The quality rules that are switched on, in their order: cheap ones before dear ones, and what
 * says most of the cause before what it causes.
 */
public final class QualityRules implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<SetRule> rules = new ArrayList<>();

  private QualityRules() {}

  /**
   * The rules of a configuration.
   *
   * @param prompt text of the template that pairs are asked for with
   */
  public static QualityRules of(RefineConfig config, String prompt) {
    QualityConfig quality = config.quality();
    QualityRules rules = new QualityRules();
    rules.add(quality.length(), new LengthBounds(config.minSolutionChars(), quality));
    rules.add(quality.refusal(), new Refusal());
    rules.add(quality.placeholder(), new Placeholder());
    rules.add(quality.echo(), new PromptEcho(prompt));
    rules.add(quality.promptExample(), new PromptExample());
    rules.add(quality.absentFigure(), new AbsentFigure());
    rules.add(quality.questionInSolution(), new QuestionInSolution());
    rules.add(quality.repetition(), new RepetitionLoop(quality.maxRepetition()));
    rules.add(quality.truncated(), new Truncation());
    rules.add(quality.latex(), new LatexBalance());
    rules.add(quality.language(), new WantedLanguage(quality.languages()));
    rules.add(quality.missingAnswer(), new MissingAnswer());
    rules.add(quality.answerInSolution(), new AnswerInSolution());
    rules.add(quality.answerAgreement(), new AnswerAgreement());
    rules.add(quality.falseArithmetic(), new FalseArithmetic(quality.maxFalseEqualities()));
    return rules;
  }

  private void add(Action action, QualityRule rule) {
    if (action != Action.OFF) {
      rules.add(new SetRule(rule, action));
    }
  }

  /** Applies the rules to a row, one after the other, until one rejects it. */
  public JudgedPair judge(QaPair pair) {
    PairText text =
        new PairText(pair.question(), pair.solution(), pair.answer(), pair.questionType());
    Measurements measures = new Measurements();
    for (SetRule set : rules) {
      Optional<Violation> violation = set.rule().violation(text, measures);
      if (violation.isPresent() && set.action() == Action.REJECT) {
        return new JudgedPair(measures.quality(), violation);
      }

      violation.ifPresent(found -> measures.flag(set.rule().name()));
    }

    return new JudgedPair(measures.quality(), Optional.empty());
  }

  /** A rule, and what is done about a row that breaks it. */
  private record SetRule(QualityRule rule, Action action) implements Serializable {}
}
