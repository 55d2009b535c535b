package io.mathscale.generator.quality;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of a text are in which script. */
final class ScriptCounts {
  private final Map<UnicodeScript, Integer> others = new EnumMap<>(UnicodeScript.class);
  private int latin;
  private int letters;

  private ScriptCounts() {}

  static ScriptCounts of(String prose) {
    ScriptCounts counts = new ScriptCounts();
    for (int i = 0; i < prose.length(); i++) {
      char c = prose.charAt(i);
      if (c < 0x250) {
        counts.latin += Character.isLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        UnicodeScript script = UnicodeScript.of(c);
        boolean isWord = script != UnicodeScript.GREEK || isInWord(prose, i);
        if (isWord && script != UnicodeScript.COMMON && script != UnicodeScript.LATIN) {
          counts.others.merge(script, 1, Integer::sum);
        }
      }
    }

    counts.letters =
        counts.latin + counts.others.values().stream().mapToInt(Integer::intValue).sum();
    return counts;
  }

  /** Greek letters by themselves are symbols. */
  private static boolean isInWord(String prose, int at) {
    boolean isAfter = at > 0 && Character.isLetter(prose.charAt(at - 1));
    return isAfter || (at + 1 < prose.length() && Character.isLetter(prose.charAt(at + 1)));
  }

  int letters() {
    return letters;
  }

  /** An ideograph says as much as several letters. */
  double shareOutsideLatin() {
    int outside = letters - latin;
    return letters == 0 ? 0 : (double) outside / letters;
  }

  /** The language that is most often written in the script of most letters. */
  String language() {
    boolean hasKana =
        others.containsKey(UnicodeScript.HIRAGANA) || others.containsKey(UnicodeScript.KATAKANA);
    UnicodeScript most =
        others.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return switch (most) {
      case HAN -> hasKana ? "ja" : "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      case CYRILLIC -> "ru";
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case GREEK -> "el";
      case DEVANAGARI -> "hi";
      case THAI -> "th";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      default -> most.name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
