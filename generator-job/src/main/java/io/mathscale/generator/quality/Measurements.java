package io.mathscale.generator.quality;

import io.mathscale.core.data.Quality;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules measure in one row. */
final class Measurements {
  private final List<String> flags = new ArrayList<>();
  private int questionChars;
  private int solutionChars;
  private String language = "";
  private double repetition;
  private int equalities;
  private List<String> falseEqualities = List.of();
  private String answerAgreement = "";

  void flag(String rule) {
    flags.add(rule);
  }

  void lengths(int question, int solution) {
    questionChars = question;
    solutionChars = solution;
  }

  void language(String code) {
    language = code;
  }

  void repetition(double share) {
    repetition = share;
  }

  void equalities(int checked, List<String> falseOnes) {
    equalities = checked;
    falseEqualities = falseOnes;
  }

  void answerAgreement(String word) {
    answerAgreement = word;
  }

  Quality quality() {
    return new Quality(
        flags,
        questionChars,
        solutionChars,
        language,
        repetition,
        equalities,
        falseEqualities,
        answerAgreement);
  }
}
