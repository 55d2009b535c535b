package io.mathscale.generator.replies.concepts;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads concepts from sentences: "The topic is Algebra. The knowledge points are A, B and C." */
final class ConceptSentences {
  private static final int LONGEST = 400;
  private static final int MOST = 200;
  private static final Pattern QUOTE = Pattern.compile("[\"“”]");

  private ConceptSentences() {}

  static Optional<FoundConcepts> in(String text) {
    List<String> topics = new ArrayList<>();
    List<String> points = new ArrayList<>();
    int from = 0;
    for (int count = 0; from < text.length() && count < MOST; count++) {
      int end = end(text, from);
      if (end - from < LONGEST) {
        read(text.substring(from, end).strip(), topics, points);
      }

      from = end + 1;
    }

    return FoundConcepts.ifAny(topics, points);
  }

  private static int end(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean isPoint = c == '.' && (at + 1 == text.length() || text.charAt(at + 1) <= ' ');
      if (isPoint || c == '\n' || c == '。') {
        return at;
      }
    }

    return text.length();
  }

  private static void read(String sentence, List<String> topics, List<String> points) {
    if (addBold(sentence, topics, points)) {
      return;
    }

    Optional<Heading> heading =
        Headings.ofSentence(sentence).filter(found -> found.kind().isConceptual());
    if (heading.isPresent()) {
      List<String> list = heading.get().kind() == PartKind.POINTS ? points : topics;
      String names = sentence.substring(heading.get().content());
      list.addAll(InlineList.names(names.replace(", and ", ", ").replace(" and ", ", ")));
    }
  }

  /** {@code It belongs to the topics **Algebra** and **Sets**}, or the same in quotes. */
  private static boolean addBold(String told, List<String> topics, List<String> points) {
    String sentence = told.contains("**") ? told : QUOTE.matcher(told).replaceAll("**");
    Optional<PartKind> kind = Optional.empty();
    boolean isAny = false;
    int from = 0;
    int open = sentence.indexOf("**");
    while (open >= 0) {
      int close = sentence.indexOf("**", open + 2);
      if (close < 0) {
        break;
      }

      Optional<PartKind> named = Headings.conceptualIn(sentence.substring(from, open));
      kind = named.isPresent() ? named : kind;
      String name = sentence.substring(open + 2, close);
      if (kind.isPresent() && Headings.ofKey(name).isEmpty()) {
        (kind.get() == PartKind.POINTS ? points : topics).add(name);
        isAny = true;
      }

      from = close + 2;
      open = sentence.indexOf("**", from);
    }

    return isAny;
  }
}
