package io.mathscale.generator.planted;

import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A kind of fault, and how a clean text is changed to have it. */
public enum Fault {
  /** None. */
  CLEAN(0, Material.ROW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return text;
    }
  },
  /** The same question again, with another solution. */
  EXACT(20, Material.ROW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return new BaseText(text.question(), "Again: " + text.solution(), text.answer());
    }
  },
  /** A copy with words changed, of a Jaccard index of 0.9 or more. */
  NEAR(50, Material.ROW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      for (int tries = 0; tries < 20; tries++) {
        String changed = withWordChanged(text.question(), random);
        if (likeness(changed, text.question()) >= 0.9) {
          return withQuestion(text, changed);
        }
      }

      // Short questions are that much alike only where a word is added at the end.
      return withQuestion(text, text.question() + " Explain.");
    }
  },
  /** The question of a seed, in capital letters and with a wrong answer. */
  SEED_COPY(10, Material.SEED) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return new BaseText(text.question().toUpperCase(Locale.ROOT), text.solution(), "-1");
    }
  },
  /** The same words with other numbers. */
  NUMBER_SWAP(20, Material.ROW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      String swapped =
          NUMBER.matcher(text.question()).replaceAll(number -> "" + (100 + random.nextInt(900)));
      return withQuestion(text, swapped);
    }
  },
  /** A question of the benchmark. */
  LEAK(10, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return text;
    }
  },
  /** A question of the benchmark in capital letters. */
  LEAK_CASE(2, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, text.question().toUpperCase(Locale.ROOT));
    }
  },
  /** A question of the benchmark without its punctuation. */
  LEAK_PUNCTUATION(2, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, PUNCTUATION.matcher(text.question()).replaceAll("$1$2"));
    }
  },
  /** A question of the benchmark with more white space. */
  LEAK_SPACE(2, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, "\n" + text.question().replace(" ", " \t "));
    }
  },
  /** A question of the benchmark with one word changed. */
  LEAK_ONE_WORD(2, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, withWordChanged(text.question(), random));
    }
  },
  /** A question of the benchmark with two words changed. */
  LEAK_TWO_WORDS(2, Material.BENCHMARK) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      String once = withWordChanged(text.question(), random);
      return withQuestion(text, withWordChanged(once, random));
    }
  },
  /** No solution but a refusal. */
  REFUSAL(10, Material.NEW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withSolution(
          text, "I'm sorry, but as an AI language model I cannot help with this request.");
    }
  },
  /** A formula that does not close. */
  UNBALANCED_LATEX(10, Material.NEW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withSolution(
          text, text.solution() + " Here \\(\\frac{" + random.nextInt(90) + "}{7 = x");
    }
  },
  /** A solution in another language. */
  OTHER_LANGUAGE(10, Material.NEW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withSolution(
          text,
          "Zuerst multiplizieren wir die beiden Zahlen und addieren danach den Rest; so erhalten"
              + " wir das gesuchte Ergebnis, das wir zum Schluss noch einmal prüfen. Die Antwort"
              + " ist \\boxed{"
              + text.answer()
              + "}.");
    }
  },
  /** A solution that breaks off after an inner result. */
  TRUNCATED(10, Material.NEW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      return withSolution(
          text,
          "First we find \\(\\boxed{"
              + random.nextInt(90)
              + "}\\) for the part, and then we multiply the");
    }
  },
  /** An equality that does not hold. */
  FALSE_ARITHMETIC(10, Material.NEW) {
    @Override
    BaseText plant(BaseText text, SplittableRandom random) {
      int a = 3 + random.nextInt(60);
      int b = 3 + random.nextInt(60);
      return withSolution(
          text,
          "We compute $%d \\times %d = %d$ and so the answer is \\boxed{%d}."
              .formatted(a, b, a * b + 1, a * b + 1));
    }
  };

  /** What a fault is planted into. */
  enum Material {
    /** A clean row, which is there too. */
    ROW,
    /** A text that is nowhere else. */
    NEW,
    /** A seed. */
    SEED,
    /** A question of the benchmark. */
    BENCHMARK
  }

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PUNCTUATION =
      Pattern.compile("(?<=[a-z])[.,;:?!](\\s)|(?<=[a-z])[.?!]($)");

  private final int perThousand;
  private final Material material;

  Fault(int perThousand, Material material) {
    this.perThousand = perThousand;
    this.material = material;
  }

  /** Rows of a thousand that have the fault. */
  int perThousand() {
    return perThousand;
  }

  Material material() {
    return material;
  }

  /** A text with the fault. */
  abstract BaseText plant(BaseText text, SplittableRandom random);

  private static BaseText withQuestion(BaseText text, String question) {
    return new BaseText(question, text.solution(), text.answer());
  }

  private static BaseText withSolution(BaseText text, String solution) {
    return new BaseText(text.question(), solution, text.answer());
  }

  /** A word of letters alone is replaced by another. */
  /** The same with one of its words exchanged for a word that there is not. */
  public static String withWordChanged(String question, SplittableRandom random) {
    String[] words = question.split(" ", -1);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (words[i].length() > 1 && words[i].chars().allMatch(Character::isLetter)) {
        places.add(i);
      }
    }

    if (!places.isEmpty()) {
      words[places.get(random.nextInt(places.size()))] = BaseTexts.word(random);
    }

    return String.join(" ", words);
  }

  private static double likeness(String one, String other) {
    return Shingles.jaccard(shingles(one), shingles(other));
  }

  private static int[] shingles(String text) {
    return Shingles.set(Shingles.hashes(NormalForm.of(text).tokens()), 3);
  }
}
