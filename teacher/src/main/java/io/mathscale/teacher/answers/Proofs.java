package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.BundledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The statements that the teacher can prove, as {@code proofs.txt} declares them. */
final class Proofs {
  private static final String NUMBER = "<a>";
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final Pattern WANTED = Pattern.compile("\\bproofs?\\b");

  private final List<Proof> proofs = new ArrayList<>();

  /** A statement with right and wrong proofs of it. */
  record Proof(String question, List<String> right, List<String> wrong) {
    private Proof with(String number) {
      return new Proof(
          question.replace(NUMBER, number),
          right.stream().map(text -> text.replace(NUMBER, number)).toList(),
          wrong.stream().map(text -> text.replace(NUMBER, number)).toList());
    }

    private Optional<Proof> asked(String text) {
      return DIGITS
          .matcher(text)
          .results()
          .map(number -> with(number.group()))
          .filter(proof -> proof.question().equals(text))
          .findFirst();
    }

    /** Returns true if a solution is one of the right proofs. */
    boolean isProved(String solution) {
      return right.contains(solution.strip());
    }

    /** Returns one of the proofs. */
    String any(boolean isWrong, RandomGenerator random) {
      List<String> texts = isWrong ? wrong : right;
      return texts.get(random.nextInt(texts.size()));
    }
  }

  private Proofs() {}

  /** Reads the statements that come with the teacher. */
  static Proofs load() {
    Proofs proofs = new Proofs();
    BundledText.lines(Proofs.class, "proofs.txt").forEach(proofs::add);
    return proofs;
  }

  private void add(String line) {
    String text = line.substring(2);
    switch (line.charAt(0)) {
      case '?' -> proofs.add(new Proof(text, new ArrayList<>(), new ArrayList<>()));
      case '=' -> proofs.get(proofs.size() - 1).right().add(text);
      default -> proofs.get(proofs.size() - 1).wrong().add(text);
    }
  }

  /** Returns the proofs of a question, empty if the teacher knows none. */
  Optional<Proof> of(String question) {
    return proofs.stream().flatMap(proof -> proof.asked(question.strip()).stream()).findFirst();
  }

  /** Returns a statement to prove where that is wanted, empty elsewhere. */
  Optional<Proof> posed(Task.Generate wanted, RandomGenerator random) {
    boolean isWanted =
        wanted.knowledgePoints().stream()
            .anyMatch(point -> WANTED.matcher(point.toLowerCase(Locale.ROOT)).find());
    return isWanted
        ? Optional.of(
            proofs.get(random.nextInt(proofs.size())).with(String.valueOf(random.nextInt(2, 100))))
        : Optional.empty();
  }
}
