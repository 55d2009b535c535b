package io.mathscale.generator.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A set of phrases, found in a list of words by their first words. */
final class PhraseSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final ArrayList<ArrayList<String>> NONE = new ArrayList<>();

  private final HashMap<String, ArrayList<ArrayList<String>>> byFirstWord = new HashMap<>();

  private PhraseSet() {}

  static PhraseSet of(String... phrases) {
    return of(List.of(phrases));
  }

  static PhraseSet of(List<String> phrases) {
    PhraseSet set = new PhraseSet();
    for (String phrase : phrases) {
      ArrayList<String> words = new ArrayList<>(Words.of(phrase));
      set.byFirstWord.computeIfAbsent(words.get(0), word -> new ArrayList<>()).add(words);
    }

    return set;
  }

  /** The first of the phrases that stands in a text. */
  Optional<String> firstIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      Optional<String> phrase = at(words, i);
      if (phrase.isPresent()) {
        return phrase;
      }
    }

    return Optional.empty();
  }

  private Optional<String> at(List<String> words, int index) {
    for (List<String> phrase : byFirstWord.getOrDefault(words.get(index), NONE)) {
      boolean isThere =
          index + phrase.size() <= words.size()
              && words.subList(index, index + phrase.size()).equals(phrase);
      if (isThere) {
        return Optional.of(String.join(" ", phrase));
      }
    }

    return Optional.empty();
  }
}
