package io.mathscale.generator.planted;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.identity.StableRandom;
import io.mathscale.core.text.NormalForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Makes the row of a number, with the fault that is drawn for it.
 *
 * @param rows number of rows
 * @param seed seed of the run
 * @param texts clean texts
 * @param benchmark questions of the benchmark with their answers; without any no leaks are planted
 * @param alike rows at the end whose questions are one text with one or two words changed
 */
record PlantRow(long rows, long seed, BaseTexts texts, List<BaseText> benchmark, long alike)
    implements MapFunction<Long, PlantedRow> {
  private static final int THOUSAND = 1_000;

  /** Seeds are the texts from this number on. */
  static final long FIRST_SEED = 1L << 40;

  /** Number of seeds. */
  static final int SEEDS = 50;

  /** Stands for a row of almost equal questions. */
  static final String ALIKE = "ALIKE";

  @Override
  public PlantedRow call(Long number) {
    SplittableRandom random = StableRandom.of(seed, "plant", number);
    if (number >= rows) {
      String question = texts.text(rows).question();
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        question = Fault.withWordChanged(question, random);
      }

      BaseText text = texts.text(rows);
      return row(
          number,
          PlantedText.of(new BaseText(question, text.solution(), text.answer())),
          ALIKE,
          "");
    }

    Fault fault = fault(number);
    return switch (fault.material()) {
      case NEW -> row(number, fault.plant(texts.text(number), random), fault.name(), "");
      case BENCHMARK -> leak(number, fault, random);
      case SEED -> {
        BaseText seedText = texts.text(FIRST_SEED + random.nextInt(SEEDS));
        yield row(number, fault.plant(seedText, random), fault.name(), "");
      }
      case ROW -> changed(number, fault, random);
    };
  }

  private PlantedRow leak(long number, Fault fault, SplittableRandom random) {
    BaseText problem = benchmark.get(random.nextInt(benchmark.size()));
    BaseText text = texts.text(number);
    boolean isSameAnswer = random.nextBoolean() && !problem.answer().isEmpty();
    BaseText leaked =
        isSameAnswer
            ? FaultySolutions.concluded(
                problem, "From what is given we find what was asked for.", problem.answer())
            : new BaseText(problem.question(), text.solution(), text.answer());
    BaseText planted = fault.plant(leaked, random).text();
    return row(
        number,
        new PlantedText(planted, kind(problem.question()) + answer(isSameAnswer)),
        fault.name(),
        "");
  }

  /** The language of a question, and the range of its length in the bars of recall. */
  private static String kind(String question) {
    List<String> tokens = NormalForm.of(question).tokens();
    long ideographs =
        tokens.stream().filter(token -> Character.isIdeographic(token.codePointAt(0))).count();
    int size = tokens.size();
    String length = size < 8 ? " 1-7" : size < 20 ? " 8-19" : size < 50 ? "20-49" : "50 or more";
    return (ideographs * 4 > size ? "Chinese, " : "English, ") + length.strip() + " tokens";
  }

  private static String answer(boolean isSameAnswer) {
    return isSameAnswer ? ", same answer" : ", other answer";
  }

  private PlantedRow changed(long number, Fault fault, SplittableRandom random) {
    long base = number;
    while (fault != Fault.CLEAN && (base == number || fault(base) != Fault.CLEAN)) {
      base = random.nextLong(rows);
    }

    return row(
        number,
        fault.plant(texts.text(base), random),
        fault.name(),
        base == number ? "" : id(base));
  }

  private Fault fault(long number) {
    int drawn = StableRandom.of(seed, "fault", number).nextInt(THOUSAND);
    for (Fault fault : Fault.values()) {
      drawn -= fault.perThousand();
      if (drawn < 0) {
        return fault.material() == Fault.Material.BENCHMARK && benchmark.isEmpty()
            ? Fault.CLEAN
            : fault;
      }
    }

    return Fault.CLEAN;
  }

  private static String id(long number) {
    return StableHash.contentId("planted", number);
  }

  private static PlantedRow row(long number, PlantedText planted, String fault, String base) {
    BaseText text = planted.text();
    GeneratedPair pair =
        new GeneratedPair(
            id(number),
            StableHash.contentId("composition", number),
            0,
            List.of("topic"),
            List.of("point"),
            text.question(),
            text.solution(),
            text.answer(),
            new Provenance("call " + number, "generate@1", "m-1", 100, 200, BigDecimal.ZERO),
            "",
            QuestionType.VALUE,
            "BOX");
    return new PlantedRow(pair, fault, base, planted.variant());
  }
}
