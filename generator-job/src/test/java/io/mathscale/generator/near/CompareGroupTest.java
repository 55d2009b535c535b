package io.mathscale.generator.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.DuplicateKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareGroupTest {
  private static final String LONG_TEXT =
      "the old farmer walks to the market every morning with a basket of apples and sells each of"
          + " them to whoever comes by so that nothing is left when he goes home at night";

  @Test
  void aRowGoesOnlyForOneThatStays() {
    List<Compared> compared = compare(0.8, chain());

    // The second is alike to the first and to the third; the third is alike to the second alone.
    assertThat(duplicates(compared))
        .extracting(Duplicate::id, Duplicate::kept, Duplicate::kind)
        .containsExactly(tuple("b", "a", DuplicateKind.NEAR));
  }

  /** Each differs from the one before in one more word, at another place. */
  private static List<Question> chain() {
    return List.of(
        question("a", 0, LONG_TEXT),
        question("b", 1, LONG_TEXT.replace("basket", "crate")),
        question("c", 2, LONG_TEXT.replace("basket", "crate").replace("night", "dusk now")));
  }

  @Test
  void anEqualRowGoesForTheOneThatStays() {
    List<Compared> compared =
        compare(
            0.8,
            List.of(
                question("a", 0, LONG_TEXT),
                question("b", 1, LONG_TEXT.replace("farmer", "miller")),
                question("c", 2, LONG_TEXT.replace("farmer", "Miller") + "!"),
                question("d", 3, LONG_TEXT.toUpperCase(Locale.ROOT))));

    assertThat(duplicates(compared))
        .extracting(Duplicate::id, Duplicate::kept, Duplicate::kind)
        .containsExactly(
            tuple("b", "a", DuplicateKind.NEAR),
            tuple("c", "a", DuplicateKind.NEAR),
            tuple("d", "a", DuplicateKind.EXACT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the largest of the numbers in this list of many numbers that we wrote down before"
            + " the lesson began? ~ largest ~ smallest",
        "Tom and Ann share all of their apples with three of the other children of the class, what"
            + " is left for each? ~ three ~ four",
        "Given the sum and the difference of both of these numbers find the value of x in the end ~"
            + " x ~ y",
        "If the segments DP and EQ of the triangle are medians and perpendicular to each other then"
            + " what is DE in the end ~ DE ~ DF",
        "Determine the number of ways to arrange the letters of the word apple ~ apple ~ banana",
      })
  void whatAsksForSomethingElseIsNotAlike(String example) {
    String[] parts = example.split(" ~ ");

    List<Compared> compared =
        compare(
            0.5,
            List.of(
                question("a", 0, parts[0]),
                question("b", 1, parts[0].replace(parts[1], parts[2]))));

    assertThat(duplicates(compared)).isEmpty();
    assertThat(compared.get(1).unlike()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Simplify the product of $\\frac{\\sqrt2}{\\sqrt3} \\cdot \\frac{\\sqrt4}{\\sqrt5}$ as far as it"
            + " is possible and rationalize the denominator of the resulting fraction ~ Simplify the"
            + " product of $\\frac{\\sqrt4}{\\sqrt3} \\cdot \\frac{\\sqrt2}{\\sqrt5}$ as far as it is"
            + " possible and rationalize the denominator of the resulting fraction",
        "Let $f$ be an odd function of all real numbers. Is $f(f(x))$ even, odd, or neither? Enter"
            + " odd, even, or neither. ~ Let $f$ be an odd function of all real numbers. Is"
            + " $f(f(f(x)))$ even, odd, or neither? Enter odd, even, or neither.",
        "The graph of a function is shown in the picture below. Which is the graph of $y = |f(x)|$"
            + " ~ The graph of a function is shown in the picture below. Which is the graph of $y ="
            + " f(|x|)$",
        "In spherical coordinates a surface is described by the equation $\\theta = c$ with a"
            + " constant, tell what it is ~ In spherical coordinates a surface is described by the"
            + " equation $z = c$ with a constant, tell what it is",
        "The side AB of the triangle has length 5 and the side BC has length 7, tell the area of it"
            + " ~ The side BC of the triangle has length 5 and the side AB has length 7, tell the"
            + " area of it",
      })
  void whatMustNotChangeStandsInOneOrder(String example) {
    String[] texts = example.split(" ~ ");

    List<Compared> compared =
        compare(
            0.5,
            List.of(
                answered("a", 0, texts[0], "the same"), answered("b", 1, texts[1], "the same")));

    assertThat(duplicates(compared)).isEmpty();
  }

  @Test
  void sentencesMayChangePlacesWithTheirNumbers() {
    String first = "A shop has 12 red lamps with a price of 30 each.";
    String second = "Its owner buys 7 blue ones for 25 each on a market day in spring.";

    List<Compared> compared =
        compare(
            0.6,
            List.of(
                answered("a", 0, first + " " + second + " How much is all of it worth?", "535"),
                answered("b", 1, second + " " + first + " How much is all of it worth?", "535")));

    assertThat(duplicates(compared)).extracting(Duplicate::id).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the probability that the top card is red? ~ What is the probability that the top"
            + " card is a king?",
        "Which share of them is without any gold? ~ Which share of them is of gold?",
        "Find how many of the cards are left for Bel. ~ Find how many of the cards are left for"
            + " Tom.",
        "求小明原来有多少张红色的牌？ ~ 求小明现在有多少张红色的牌？",
      })
  void ofOneStoryThoseThatAskForAnotherThingAreAlikeWhereTheirAnswersAgree(String example) {
    String story =
        "A standard deck of 52 cards has 13 ranks and 4 suits, each with a symbol, and it is"
            + " arranged in random order, so that nobody knows which card comes from where, before"
            + " the players sit down at the table to take one card after the other from it. ";
    String[] asked = example.split(" ~ ");

    for (String answer : List.of("1/2", "1/3", "")) {
      List<Compared> compared =
          compare(
              0.7,
              List.of(
                  answered("a", 0, story + asked[0], "$\\frac{1}{2}$"),
                  answered("b", 1, story + asked[1], answer)));

      assertThat(duplicates(compared)).hasSize(answer.equals("1/2") ? 1 : 0);
    }
  }

  @Test
  void wordsThatChangePlacesAreAlikeWhereTheAnswersAgree() {
    String text = LONG_TEXT + " and %s has 3 of them where %s has 5 which is all that there is";

    List<Compared> compared =
        compare(
            0.7,
            List.of(
                answered("a", 0, text.formatted("Nicole", "Bella"), "3"),
                answered("b", 1, text.formatted("Bella", "Nicole"), "5")));

    assertThat(duplicates(compared)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"amy tim", "bob sue", "per for"})
  void anotherShortWordIsNoNameOfAPoint(String pair) {
    String[] words = pair.split(" ");

    List<Compared> compared =
        compare(
            0.8,
            List.of(
                question("a", 0, LONG_TEXT.replace("farmer", words[0])),
                question("b", 1, LONG_TEXT.replace("farmer", words[1]))));

    assertThat(duplicates(compared)).extracting(Duplicate::id).containsExactly("b");
  }

  @Test
  void shortQuestionsAreDuplicatesOnlyIfEqual() {
    List<Compared> compared =
        compare(
            0.1,
            List.of(
                question("a", 0, "Find the area of it now"),
                question("b", 1, "Find the area of it"),
                question("c", 2, "find the area of it?")));

    assertThat(duplicates(compared))
        .containsExactly(new Duplicate("c", "generated", "b", "generated", DuplicateKind.EXACT, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 300, 1500})
  void decidesAsLookingAtAllRowsOneAfterTheOtherDoes(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    for (double threshold : new double[] {0.5, 0.7, 0.8, 0.93}) {
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        questions.add(question("q" + i, 0, text(random)));
      }

      List<Fingerprint> sorted = sorted(questions);
      List<Compared> compared = compareSorted(threshold, sorted);

      assertThat(duplicates(compared)).containsExactlyElementsOf(sequential(sorted, threshold));
    }
  }

  /** One of a few texts, of several lengths, with up to five words changed. */
  private static String text(SplittableRandom random) {
    int length = 8 + 13 * random.nextInt(6);
    int base = random.nextInt(3);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      words.add("w" + Character.toString('a' + base) + Character.toString('a' + i % 26) + "q");
    }

    for (int changes = random.nextInt(6); changes > 0; changes--) {
      words.set(random.nextInt(length), "z" + Character.toString('a' + random.nextInt(8)) + "z");
    }

    return String.join(" ", words);
  }

  private static List<Duplicate> sequential(List<Fingerprint> sorted, double threshold) {
    List<ComparedRow> staying = new ArrayList<>();
    List<Duplicate> duplicates = new ArrayList<>();
    for (Fingerprint fingerprint : sorted) {
      ComparedRow row = new ComparedRow(fingerprint);
      Duplicate duplicate = null;
      for (ComparedRow other : staying) {
        Fingerprint kept = other.fingerprint();
        boolean isEqual =
            kept.exactHigh() == fingerprint.exactHigh()
                && kept.exactLow() == fingerprint.exactLow();
        double likeness = isEqual ? 1 : Likeness.of(other, row, threshold);
        if (likeness != Likeness.UNLIKE
            && (duplicate == null || isEqual || likeness > duplicate.likeness())) {
          duplicate =
              new Duplicate(
                  fingerprint.id(),
                  fingerprint.origin(),
                  kept.id(),
                  kept.origin(),
                  isEqual ? DuplicateKind.EXACT : DuplicateKind.NEAR,
                  likeness);
        }
      }

      if (duplicate == null) {
        staying.add(row);
      } else {
        duplicates.add(duplicate);
      }
    }

    return duplicates;
  }

  private static List<Compared> compare(double threshold, List<Question> questions) {
    return compareSorted(threshold, sorted(questions));
  }

  private static List<Compared> compareSorted(double threshold, List<Fingerprint> sorted) {
    List<Compared> compared = new ArrayList<>();
    Iterator<Compared> results = new CompareGroup(threshold).call(0L, sorted.iterator());
    results.forEachRemaining(compared::add);
    return compared;
  }

  private static List<Fingerprint> sorted(List<Question> questions) {
    return questions.stream().map(Fingerprint::of).sorted(Fingerprint.PREFERENCE).toList();
  }

  private static List<Duplicate> duplicates(List<Compared> compared) {
    return compared.stream().map(Compared::duplicate).filter(Objects::nonNull).toList();
  }

  private static Question question(String id, int preference, String text) {
    return answered(id, preference, text, "");
  }

  private static Question answered(String id, int preference, String text, String answer) {
    return new Question(id, "generated", preference, text, answer);
  }
}
