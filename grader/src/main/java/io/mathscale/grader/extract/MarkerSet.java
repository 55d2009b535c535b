package io.mathscale.grader.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A set of phrases that announce answers, grouped by a part that many of them have, so that a text
 * is searched for the parts alone.
 */
final class MarkerSet {
  private static final String[] PARTS = {"answer", "solution", "correct ", "choose", "sp", "\na"};

  private final String[] parts;
  private final String[][] markers;
  private final boolean[] areForeign;

  private MarkerSet(Map<String, String[]> grouped) {
    parts = grouped.keySet().toArray(String[]::new);
    markers = grouped.values().toArray(String[][]::new);
    areForeign = new boolean[parts.length];
    for (int i = 0; i < parts.length; i++) {
      areForeign[i] = parts[i].chars().anyMatch(c -> c > 127);
    }
  }

  /** The set of these phrases, which are in lower case. */
  static MarkerSet of(String... phrases) {
    Map<String, String[]> grouped = new LinkedHashMap<>();
    for (String phrase : phrases) {
      String part = phrase;
      for (String common : PARTS) {
        part = part.equals(phrase) && phrase.contains(common) ? common : part;
      }
      String[] others = grouped.getOrDefault(part, new String[0]);
      String[] all = Arrays.copyOf(others, others.length + 1);
      all[others.length] = phrase;
      grouped.put(part, all);
    }
    return new MarkerSet(grouped);
  }

  /** Whether the text, in lower case, has one of the phrases. */
  boolean isIn(String lower) {
    boolean isPlain = isAscii(lower);
    for (int i = 0; i < parts.length; i++) {
      boolean mayBeIn = (!isPlain || !areForeign[i]) && lower.contains(parts[i]);
      if (mayBeIn && Arrays.stream(markers[i]).anyMatch(lower::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Says whether a phrase counts that stands at a place. */
  @FunctionalInterface
  interface Filter {
    /** Whether the phrase from start to end counts. */
    boolean accepts(int start, int end);
  }

  /** Where the phrases that count end in a text in lower case. */
  BitSet ends(String lower, Filter filter) {
    BitSet ends = new BitSet();
    boolean isPlain = isAscii(lower);
    for (int i = 0; i < parts.length; i++) {
      if (!isPlain || !areForeign[i]) {
        addEnds(lower, i, filter, ends);
      }
    }
    return ends;
  }

  private void addEnds(String lower, int group, Filter filter, BitSet ends) {
    String part = parts[group];
    for (int at = lower.indexOf(part); at >= 0; at = lower.indexOf(part, at + part.length())) {
      for (String marker : markers[group]) {
        int start = at - marker.indexOf(part);
        int end = start + marker.length();
        if (start >= 0 && lower.startsWith(marker, start) && filter.accepts(start, end)) {
          ends.set(end);
        }
      }
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
