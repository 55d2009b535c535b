package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A family described by its wordings, a draw of numbers, and the working from the numbers to the
 * answer. A question is solved by reading the numbers back from its wording.
 */
final class WordedFamily implements Family {
  private final String name;
  private final List<String> topics;
  private final List<String> knowledgePoints;
  private final List<Wording> wordings;
  private final Function<Draw, Values> numbers;
  private final Function<Values, Working> working;

  /** A wording with its values, not yet solved. */
  record Posed(Wording wording, Values values) {}

  /** What a family is about. */
  static final class Description {
    private final String name;
    private final List<String> topics;
    private List<String> knowledgePoints = List.of();
    private final List<Wording> wordings = new ArrayList<>();

    private Description(String name, List<String> topics) {
      this.name = name;
      this.topics = topics;
    }

    /** Sets the concepts and techniques that solving takes. */
    Description needs(String... points) {
      knowledgePoints = List.of(points);
      return this;
    }

    /** Adds a wording of the question; {@link Wording} tells of its slots. */
    Description worded(String template) {
      wordings.add(Wording.of(template));
      return this;
    }

    /** Returns the family with its draw of numbers and its way to the answer. */
    WordedFamily drawn(Function<Draw, Values> numbers, Function<Values, Working> working) {
      return new WordedFamily(this, numbers, working);
    }
  }

  private WordedFamily(
      Description description, Function<Draw, Values> numbers, Function<Values, Working> working) {
    this.name = description.name;
    this.topics = description.topics;
    this.knowledgePoints = description.knowledgePoints;
    this.wordings = List.copyOf(description.wordings);
    this.numbers = numbers;
    this.working = working;
  }

  /** Begins the description of a family. */
  static Description named(String name, String... topics) {
    return new Description(name, List.of(topics));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> topics() {
    return topics;
  }

  @Override
  public List<String> knowledgePoints() {
    return knowledgePoints;
  }

  @Override
  public Problem pose(RandomGenerator random) {
    Posed posed = draw(random);

    return working(posed.values()).problem(posed.wording().fill(posed.values()));
  }

  @Override
  public Optional<Problem> solve(String question) {
    try {
      return read(question).map(values -> working(values).problem(question));
    } catch (ArithmeticException notOurNumbers) {
      return Optional.empty();
    }
  }

  /** Returns a wording and its values, drawn by chance. */
  Posed draw(RandomGenerator random) {
    Draw draw = new Draw(random);
    Wording wording = draw.oneOf(wordings);
    Values values = numbers.apply(draw);

    for (String slot : wording.wordSlots()) {
      values = values.with(slot, draw.oneOf(Words.of(slot)));
    }

    return new Posed(wording, values);
  }

  /** Returns the values in a question of this family, empty for any other question. */
  Optional<Values> read(String question) {
    return wordings.stream().flatMap(wording -> wording.read(question).stream()).findFirst();
  }

  /** Returns the way from the values to the answer. */
  Working working(Values values) {
    return working.apply(values);
  }
}
