package io.mathscale.generator.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.identity.StableRandom;
import io.mathscale.grader.FinalAnswer;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Clean questions by their numbers: first those of files, then stories whose words are drawn so
 * that some are frequent and most rare, as words are.
 */
public record BaseTexts(List<BaseText> given) implements Serializable {
  private static final String[] SYLLABLES = {
    "ba", "ko", "ri", "mel", "tan", "su", "per", "lo", "vin", "da", "hek", "or", "ni", "gal", "mu"
  };
  private static final String[] SENTENCES = {
    "%s has %d %s and buys %d more %s at the %s.",
    "Each %s of the %s holds %d %s, and there are %d of them in the %s.",
    "On the way to the %s, %s sells %d %s for \\$%d each.",
    "The %s of a %s is \\(%d x + %d\\) where the %s is known.",
    "After the %s a %s takes $%d$ hours and the %s another $%d$ hours.",
    "A %s is %d times as long as the %s, which is %d %s long.",
    "They share %d %s with %d friends from the %s and the %s.",
    "In %s the %s costs \\$%d more than the %s, but %d less than in spring."
  };
  private static final String[] ASKED = {
    "How many %s are there in the %s?",
    "What is the number of %s that the %s needs?",
    "Find how many %s are left for the %s.",
    "How much does the %s pay for each %s?"
  };
  private static final int WORDS = 6_000;

  /** Keeps a copy. */
  public BaseTexts {
    given = List.copyOf(given);
  }

  /** Stories alone. */
  public static BaseTexts written() {
    return new BaseTexts(List.of());
  }

  /**
   * The questions of files of JSON lines whose solutions state an answer, and stories beyond them.
   */
  public static BaseTexts of(List<Path> files) throws IOException {
    List<BaseText> given = new ArrayList<>();
    for (Path file : files) {
      for (JsonNode row : rows(file)) {
        String solution = row.path(row.has("solution") ? "solution" : "answer").asText();
        FinalAnswer.of(solution)
            .ifPresent(
                answer ->
                    given.add(
                        new BaseText(
                            question(row), "The solution is as follows. " + solution, answer)));
      }
    }

    return new BaseTexts(given);
  }

  /** The problems of files of a benchmark, with their answers and without solutions. */
  static List<BaseText> problems(List<Path> files) throws IOException {
    List<BaseText> problems = new ArrayList<>();
    for (Path file : files) {
      for (JsonNode row : rows(file)) {
        problems.add(new BaseText(question(row), "", row.path("answer").asText()));
      }
    }

    return problems;
  }

  private static String question(JsonNode row) {
    return row.path(row.has("question") ? "question" : "problem").asText();
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(json.readTree(line));
    }

    return rows;
  }

  /** The text of a number: the same whenever it is asked for. */
  public BaseText text(long number) {
    if (number < given.size()) {
      return given.get((int) number);
    }

    SplittableRandom random = StableRandom.of(number, "story");
    List<String> sentences = new ArrayList<>();
    for (int count = 2 + random.nextInt(4); count > 0; count--) {
      sentences.add(filled(SENTENCES[random.nextInt(SENTENCES.length)], random));
    }

    sentences.add(filled(ASKED[random.nextInt(ASKED.length)], random));
    int a = 2 + random.nextInt(90);
    int b = 2 + random.nextInt(90);
    String solution =
        "First, the %s gives %d \\times %d = %d. Then $%d + %d = %d$, so the number is %d.\n\nThe final answer is \\(\\boxed{%d}\\)."
            .formatted(word(random), a, b, a * b, a * b, a, a * b + a, a * b + a, a * b + a);
    return new BaseText(String.join(" ", sentences), solution, "" + (a * b + a));
  }

  private static String filled(String sentence, SplittableRandom random) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < sentence.length(); at++) {
      boolean isSlot = sentence.charAt(at) == '%';
      if (isSlot) {
        at++;
        filled.append(sentence.charAt(at) == 'd' ? 2 + random.nextInt(98) : word(random));
      } else {
        filled.append(sentence.charAt(at));
      }
    }

    return filled.toString();
  }

  /** A word: low numbers are drawn far more often. */
  static String word(SplittableRandom random) {
    double skewed = Math.pow(random.nextDouble(), 2);
    int number = (int) (skewed * WORDS);
    StringBuilder word = new StringBuilder();
    for (int left = number + 1; left > 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }

    return word.toString();
  }
}
