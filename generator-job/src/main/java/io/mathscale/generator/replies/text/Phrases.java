package io.mathscale.generator.replies.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows what models say around the text that was asked for, by a table of phrases. */
public final class Phrases {
  private static final Map<String, List<String>> TABLE = table();
  private static final Set<String> PLACEHOLDERS = new HashSet<>(TABLE.get("placeholder"));

  /** No phrase is longer, and none is looked for further on. */
  private static final int LONGEST_OPENING = 80;

  private static final int LONGEST_PLACEHOLDER = 60;

  /** Signs that stand around placeholders, and alone for nothing. */
  private static final String EMPTY_SIGNS = " \t\n.…。（）【】_-–—*#`'\"“”‘’<>[](){}|:;,?/\\=~";

  private Phrases() {}

  /** Whether the text begins like a refusal, or asks for more. */
  public static boolean isRefusal(String text) {
    return begins(text, "refusal");
  }

  /** Whether the paragraph begins like talk about a pair that is finished. */
  public static boolean isTalk(String paragraph) {
    return begins(paragraph, "talk");
  }

  /** Whether the paragraph begins like the words before what was asked for. */
  public static boolean isIntroduction(String paragraph) {
    return begins(paragraph, "intro");
  }

  /** Whether the words tell that what follows replaces what was before. */
  public static boolean isRevision(String words) {
    return contains(words, "revised");
  }

  /** Whether a sentence tells that what it ends is given up. */
  public static boolean isAbandonment(String sentence) {
    return contains(sentence, "abandoned");
  }

  /** Whether sentences tell that the model finds its own question wrong. */
  public static boolean isFlawed(String sentences) {
    return contains(sentences, "flawed");
  }

  /** Whether an item begins like the explanation of a name. */
  public static boolean isExplanation(String item) {
    return begins(item, "explaining");
  }

  /** Where the last sentence of our own prompt stands in the text, or −1. */
  public static int lastOfPrompt(String text) {
    String lower = plain(text);
    int last = -1;
    for (String phrase : TABLE.get("echo")) {
      last = Math.max(last, lower.lastIndexOf(phrase));
    }

    return last;
  }

  /** Where the first sentence of our own prompt stands in the text, or −1. */
  public static int firstOfPrompt(String text) {
    String lower = plain(text);
    return TABLE.get("echo").stream()
        .mapToInt(lower::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(-1);
  }

  /** Whether a part of the form of answers that the prompt shows stands in the text. */
  public static boolean isTemplate(String text) {
    return contains(text, "template");
  }

  /** Whether nothing but a placeholder stands here, such as "N/A", "…" or "[your question]". */
  public static boolean isPlaceholder(String text) {
    if (text.length() > LONGEST_PLACEHOLDER) {
      return text.isBlank();
    }

    String bare = bare(plain(text));
    return bare.isEmpty() || PLACEHOLDERS.contains(bare) || begins(bare, "unwritten");
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && EMPTY_SIGNS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }

    while (end > start && EMPTY_SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }

    return text.substring(start, end);
  }

  private static boolean begins(String text, String kind) {
    int start = 0;
    int most = Math.min(text.length(), LONGEST_OPENING);
    while (start < most && !Character.isLetter(text.charAt(start))) {
      start++;
    }

    String opening = plain(text.substring(start, Math.min(text.length(), start + LONGEST_OPENING)));
    return TABLE.get(kind).stream().anyMatch(phrase -> startsWith(opening, phrase));
  }

  /** "ok" begins "ok, here", not "okra". */
  private static boolean startsWith(String opening, String phrase) {
    if (!opening.startsWith(phrase)) {
      return false;
    }

    char last = phrase.charAt(phrase.length() - 1);
    boolean isWord = last >= 'a' && last <= 'z';
    return !isWord
        || opening.length() == phrase.length()
        || !Character.isLetter(opening.charAt(phrase.length()));
  }

  private static boolean contains(String text, String kind) {
    String lower = plain(text);
    return TABLE.get(kind).stream().anyMatch(lower::contains);
  }

  /** Lower case, straight quotes, spaces for line ends: as long as the text. */
  private static String plain(String text) {
    return Letters.lower(text).replace('’', '\'').replace('\n', ' ');
  }

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new HashMap<>();
    for (String line : lines(Phrases.class, "phrases.txt")) {
      int colon = line.indexOf(':');
      List<String> phrases =
          table.computeIfAbsent(line.substring(0, colon), kind -> new ArrayList<>());
      for (String phrase : line.substring(colon + 1).split("\\|")) {
        phrases.add(phrase.strip());
      }
    }

    return table;
  }

  /** The lines of a table that stands beside a class, without comments. */
  public static List<String> lines(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
