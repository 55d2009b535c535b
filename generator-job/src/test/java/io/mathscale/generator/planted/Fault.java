package io.mathscale.generator.planted;

import static io.mathscale.core.data.RejectionReason.DUPLICATE;
import static io.mathscale.core.data.RejectionReason.IN_BENCHMARK;
import static io.mathscale.core.data.RejectionReason.NEAR_BENCHMARK;
import static io.mathscale.core.data.RejectionReason.NEAR_DUPLICATE;
import static io.mathscale.core.data.RejectionReason.SAME_TEMPLATE;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A kind of fault, and how a clean text is changed to have it. */
public enum Fault {
  /** None. */
  CLEAN(0, Material.ROW) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return PlantedText.of(text);
    }
  },
  /** The same question again, with another solution. */
  EXACT(20, Material.ROW, DUPLICATE) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return PlantedText.of(
          new BaseText(text.question(), "Again: " + text.solution(), text.answer()));
    }
  },
  /** A copy with words changed, of a Jaccard index of 0.9 or more. */
  NEAR(50, Material.ROW, NEAR_DUPLICATE, DUPLICATE) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
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
  SEED_COPY(10, Material.SEED, DUPLICATE) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return PlantedText.of(
          new BaseText(
              text.question().toUpperCase(Locale.ROOT),
              "Counting all of them leaves us with \\(\\boxed{-1}\\).",
              "-1"));
    }
  },
  /** The same words with other numbers. */
  NUMBER_SWAP(20, Material.ROW, SAME_TEMPLATE) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      String swapped =
          NUMBER.matcher(text.question()).replaceAll(number -> "" + (100 + random.nextInt(900)));
      return withQuestion(text, swapped);
    }
  },
  /** A question of the benchmark. */
  LEAK(10, Material.BENCHMARK, IN_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return PlantedText.of(text);
    }
  },
  /** A question of the benchmark in capital letters. */
  LEAK_CASE(2, Material.BENCHMARK, IN_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, text.question().toUpperCase(Locale.ROOT));
    }
  },
  /** A question of the benchmark without its punctuation. */
  LEAK_PUNCTUATION(2, Material.BENCHMARK, IN_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, PUNCTUATION.matcher(text.question()).replaceAll("$1$2"));
    }
  },
  /** A question of the benchmark with more white space. */
  LEAK_SPACE(2, Material.BENCHMARK, IN_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, "\n" + text.question().replace(" ", " \t "));
    }
  },
  /** A question of the benchmark with one word changed. */
  LEAK_ONE_WORD(2, Material.BENCHMARK, IN_BENCHMARK, NEAR_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return withQuestion(text, withWordChanged(text.question(), random));
    }
  },
  /** A question of the benchmark with two words changed. */
  LEAK_TWO_WORDS(2, Material.BENCHMARK, IN_BENCHMARK, NEAR_BENCHMARK) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      String once = withWordChanged(text.question(), random);
      return withQuestion(text, withWordChanged(once, random));
    }
  },
  /** No solution but a refusal. */
  REFUSAL(10, Material.NEW, RejectionReason.REFUSAL) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.refusal(text, random);
    }
  },
  /** A blank of a template where the solution should be. */
  PLACEHOLDER(10, Material.NEW, RejectionReason.PLACEHOLDER) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.placeholder(text, random);
    }
  },
  /** A formula within the solution that does not close. */
  UNBALANCED_LATEX(10, Material.NEW, RejectionReason.UNBALANCED_LATEX) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.unbalanced(text, random);
    }
  },
  /** A solution in another language. */
  OTHER_LANGUAGE(10, Material.NEW, RejectionReason.OTHER_LANGUAGE) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.foreign(text, random);
    }
  },
  /** A solution that breaks off. */
  TRUNCATED(10, Material.NEW, RejectionReason.TRUNCATED, RejectionReason.NO_FINAL_ANSWER) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.cut(text, random);
    }
  },
  /** An equality that does not hold, of which the answer is the result. */
  FALSE_ARITHMETIC(10, Material.NEW, RejectionReason.FALSE_ARITHMETIC) {
    @Override
    PlantedText plant(BaseText text, SplittableRandom random) {
      return FaultySolutions.miscomputed(text, random);
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

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
  private final Set<RejectionReason> reasons;

  Fault(int perThousand, Material material, RejectionReason... reasons) {
    this.perThousand = perThousand;
    this.material = material;
    this.reasons = Set.of(reasons);
  }

  /** Rows of a thousand that have the fault. */
  int perThousand() {
    return perThousand;
  }

  Material material() {
    return material;
  }

  /** The reasons for which a row with the fault, and with no other, is to be rejected. */
  Set<RejectionReason> reasons() {
    return reasons;
  }

  /** A text with the fault. */
  abstract PlantedText plant(BaseText text, SplittableRandom random);

  private static PlantedText withQuestion(BaseText text, String question) {
    return PlantedText.of(new BaseText(question, text.solution(), text.answer()));
  }

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
