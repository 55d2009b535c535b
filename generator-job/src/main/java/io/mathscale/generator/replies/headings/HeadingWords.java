package io.mathscale.generator.replies.headings;

import io.mathscale.generator.replies.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of headings, in all languages, from {@code headings.txt}. */
final class HeadingWords {
  /** No heading has more words. */
  private static final int MOST_WORDS = 14;

  /**
   * A word that makes a heading.
   *
   * @param text the word, or several, in lower case
   * @param kind what it makes
   * @param isWeak whether it makes a heading only before a colon
   */
  private record Head(String text, PartKind kind, boolean isWeak) {}

  private record Word(String text, Novelty novelty) {}

  /**
   * The words of a heading that were found.
   *
   * @param kind what they make
   * @param end where they end
   * @param isWeak whether they make a heading only before a colon
   * @param isLong whether other words stand around the one that makes the heading
   * @param head the word that makes it
   */
  record Found(
      PartKind kind, int end, boolean isWeak, boolean isLong, Novelty novelty, String head) {}

  /** How the lines begin that hold words of keys alone. */
  private static final String KEY = "key ";

  private static final HeadingWords TEXT = new HeadingWords(false);
  private static final HeadingWords KEYS = new HeadingWords(true);

  private final Map<Character, List<Head>> heads = new HashMap<>();
  private final Map<Character, List<Word>> before = new HashMap<>();
  private final Map<PartKind, Map<Character, List<Word>>> after = new HashMap<>();
  private final Map<Character, List<Word>> asks = new HashMap<>();

  private HeadingWords(boolean forKeys) {
    List<String> lines = Phrases.lines(HeadingWords.class, "headings.txt");
    if (forKeys) { // First, since they go before what the words are in text.
      lines.stream().filter(line -> line.startsWith(KEY)).forEach(this::add);
    }

    lines.stream().filter(line -> !line.startsWith(KEY)).forEach(this::add);

    heads.values().forEach(list -> list.sort(Comparator.comparing(h -> -h.text().length())));
    before.values().forEach(list -> list.sort(Comparator.comparing(w -> -w.text().length())));
    after.values().stream()
        .flatMap(map -> map.values().stream())
        .forEach(list -> list.sort(Comparator.comparing(w -> -w.text().length())));
  }

  private void add(String line) {
    String[] parts = line.substring(line.indexOf(' ')).split(":", 2);
    add(parts[0].strip(), parts[1].split(","));
  }

  private void add(String what, String[] words) {
    for (String word : words) {
      String text = word.strip();
      boolean isWeak = text.startsWith("~");
      text = isWeak ? text.substring(1) : text;
      switch (what) {
        case "ask" -> put(asks, new Word(text, Novelty.NONE));
        case "before" -> put(before, new Word(text, Novelty.NONE));
        case "new" -> put(before, new Word(text, Novelty.NEW));
        case "revised" -> put(before, new Word(text, Novelty.REVISED));
        default -> {
          if (what.startsWith("after ")) {
            PartKind kind = PartKind.valueOf(what.substring("after ".length()));
            put(after.computeIfAbsent(kind, k -> new HashMap<>()), new Word(text, Novelty.NONE));
          } else {
            Head head = new Head(text, PartKind.valueOf(what), isWeak);
            heads.computeIfAbsent(text.charAt(0), c -> new ArrayList<>()).add(head);
          }
        }
      }
    }
  }

  private static void put(Map<Character, List<Word>> words, Word word) {
    words.computeIfAbsent(word.text().charAt(0), c -> new ArrayList<>()).add(word);
  }

  /** Whether a word begins here in which a question asks for something. */
  static boolean isAsk(String lower, int at) {
    return word(TEXT.asks, lower, at) != null;
  }

  /** The words of a heading that begins here, in lower case. */
  static Optional<Found> inText(String region) {
    return TEXT.find(region);
  }

  /** What a key of JSON or the name of a tag or column says, if it is known. */
  static Optional<PartKind> ofKey(String key) {
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean isHump =
          i > 0 && Character.isUpperCase(c) && Character.isLowerCase(key.charAt(i - 1));
      spaced.append(isHump ? " " : "").append(Character.isLetter(c) || c == '\'' ? c : ' ');
    }

    String words = spaced.toString().strip().toLowerCase(Locale.ROOT);
    return KEYS.find(words).filter(found -> found.end() == words.length()).map(Found::kind);
  }

  /** What the word says with which a text in lower case begins, without words before it. */
  static Optional<PartKind> named(String lower) {
    return Optional.ofNullable(TEXT.head(lower, 0)).filter(head -> !head.isWeak()).map(Head::kind);
  }

  private Optional<Found> find(String region) {
    int at = spaces(region, 0);
    Novelty novelty = Novelty.NONE;
    Optional<Found> found = Optional.empty();
    boolean isLong = false;
    for (int words = 0; words < MOST_WORDS; words++) {
      Head head = head(region, at);
      Word word = word(before, region, at);
      if (head != null && (found.isEmpty() || !head.isWeak())) {
        found = Optional.of(withWordsBehind(region, at, head, isLong, novelty));
      }

      // "Final" is a heading, and in "final question" a word before one.
      if (word == null
          || (head != null && end(region, at, head.text()) > end(region, at, word.text()))) {
        return found;
      }

      novelty = word.novelty() == Novelty.NONE ? novelty : word.novelty();
      isLong |= word.novelty() == Novelty.NONE;
      at = spaces(region, end(region, at, word.text()));
      at += at < region.length() && region.charAt(at) == ',' ? 1 : 0;
      at = spaces(region, at);
    }

    return found;
  }

  private Found withWordsBehind(
      String region, int at, Head head, boolean hasWords, Novelty novelty) {
    Map<Character, List<Word>> words = after.getOrDefault(family(head.kind()), Map.of());
    int end = end(region, at, head.text());
    boolean isLong = hasWords;
    for (int count = 0; count < MOST_WORDS; count++) {
      int next = spaces(region, end);
      boolean isEither = next < region.length() && "/&".indexOf(region.charAt(next)) >= 0;
      Head other = isEither ? head(region, spaces(region, next + 1)) : null;
      if (other != null && family(other.kind()) == family(head.kind())) {
        end = end(region, spaces(region, next + 1), other.text()); // Key Concepts / Skills
        continue;
      }

      Word word = word(words, region, next);
      if (word == null) {
        break;
      }

      isLong = true;
      end = end(region, next, word.text());
    }

    return new Found(head.kind(), end, head.isWeak(), isLong, novelty, head.text());
  }

  private static PartKind family(PartKind kind) {
    if (kind.isConceptual()) {
      return PartKind.TOPICS;
    }

    return kind.isSolving() ? PartKind.SOLUTION : kind;
  }

  private Head head(String region, int at) {
    if (at < region.length()) {
      for (Head head : heads.getOrDefault(region.charAt(at), List.of())) {
        if (end(region, at, head.text()) >= 0) {
          return head;
        }
      }
    }

    return null;
  }

  private static Word word(Map<Character, List<Word>> words, String region, int at) {
    if (at < region.length()) {
      for (Word word : words.getOrDefault(region.charAt(at), List.of())) {
        if (end(region, at, word.text()) >= 0) {
          return word;
        }
      }
    }

    return null;
  }

  /** Where the phrase ends that begins here, or −1; its spaces may be any, or none. */
  static int end(String region, int from, String phrase) {
    int at = from;
    for (int i = 0; i < phrase.length(); i++) {
      char wanted = phrase.charAt(i);
      if (wanted == ' ') {
        at = spaces(region, at);
      } else if (at < region.length() && region.charAt(at) == wanted) {
        at++;
      } else {
        return -1;
      }
    }

    boolean isCut =
        at < region.length()
            && Character.isLetter(region.charAt(at))
            && !isIdeograph(region.charAt(at - 1));
    return isCut ? -1 : at;
  }

  /** Whether the language of the character has no spaces between words. */
  private static boolean isIdeograph(char c) {
    return c >= '\u2E80' && c <= '\u9FFF';
  }

  private static int spaces(String region, int from) {
    int at = from;
    while (at < region.length() && " _-\u00A0\u3000\u2010\u2011".indexOf(region.charAt(at)) >= 0) {
      at++;
    }

    return at;
  }
}
