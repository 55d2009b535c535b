package io.mathscale.generator.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text: by its script, then by common English words, and by OpenNLP's
 * detector for what is left. Formulas do not count.
 */
final class Languages {
  private static final String MODEL = "/langdetect-183.bin";

  /** The detector is not asked about less. */
  private static final int MIN_LETTERS = 40;

  private static final int MIN_WORDS = 6;

  /** More characters would not make the detector surer. */
  private static final int MAX_DETECTED = 500;

  /** Unless another language is so many times as likely as English, it is not believed. */
  private static final double MIN_RATIO = 1.7;

  /** Of the letters so large a share decides for a script. */
  private static final double SCRIPT_SHARE = 0.3;

  /** Common words that few other languages have. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "and",
          "what",
          "how",
          "find",
          "that",
          "with",
          "have",
          "has",
          "each",
          "which",
          "are",
          "from",
          "many",
          "this",
          "they",
          "his",
          "her",
          "there",
          "then",
          "number",
          "of",
          "if",
          "she",
          "their",
          "than",
          "we",
          "value",
          "first",
          "since",
          "because",
          "thus",
          "therefore",
          "let",
          "answer",
          "must",
          "when",
          "where",
          "will",
          "can",
          "our",
          "all",
          "two",
          "into",
          "gives");

  private static final double ENGLISH_SHARE = 0.08;

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private static final ThreadLocal<LanguageDetectorME> DETECTOR =
      ThreadLocal.withInitial(() -> new LanguageDetectorME(Model.LOADED));

  private Languages() {}

  /** ISO 639-1 code of the language, or nothing where the text says too little. */
  static String of(String text) {
    String prose = Prose.of(text);
    ScriptCounts scripts = ScriptCounts.of(prose);
    if (scripts.letters() == 0) {
      return "";
    }

    if (scripts.shareOutsideLatin() >= SCRIPT_SHARE) {
      return scripts.language();
    }

    List<String> words = Words.of(prose);
    int english = 0;
    Set<String> distinct = new HashSet<>();
    for (String word : words) {
      if (ENGLISH.contains(word)) {
        english++;
        distinct.add(word);
      }
    }

    if (distinct.size() >= 2 && english >= ENGLISH_SHARE * words.size()) {
      return "en";
    }

    return scripts.letters() < MIN_LETTERS || words.size() < MIN_WORDS
        ? ""
        : detected(prose, english);
  }

  private static String detected(String prose, int english) {
    String beginning = prose.length() > MAX_DETECTED ? prose.substring(0, MAX_DETECTED) : prose;
    Language[] languages = DETECTOR.get().predictLanguages(beginning);
    double ofEnglish = 0;
    for (Language language : languages) {
      ofEnglish = language.getLang().equals("eng") ? language.getConfidence() : ofEnglish;
    }

    String code = TWO_LETTERS.getOrDefault(languages[0].getLang(), languages[0].getLang());
    boolean isSure = languages[0].getConfidence() >= MIN_RATIO * ofEnglish && english < 4;
    return isSure || code.equals("en") ? code : "";
  }

  /** Three-letter codes to those of two letters. */
  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }

    codes.put("cmn", "zh");
    codes.put("pes", "fa");
    codes.put("ekk", "et");
    codes.put("lvs", "lv");
    codes.put("als", "sq");
    codes.put("plt", "mg");
    codes.put("zlm", "ms");
    return codes;
  }

  /** The detector's model, read once in a process when it is first needed. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream file = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
        return new LanguageDetectorModel(file);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the language model " + MODEL, e);
      }
    }
  }
}
