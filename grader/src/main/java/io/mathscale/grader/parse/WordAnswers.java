package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Nodes;
import io.mathscale.grader.expression.Units;
import io.mathscale.grader.text.AnswerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Interprets answers in plain words. */
public final class WordAnswers {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private static final Map<String, String> PHRASES =
      Map.of(
          "dne", "does not exist",
          "undefined", "does not exist",
          "not defined", "does not exist",
          "no limit", "does not exist",
          "not possible", "impossible",
          "it is not possible", "impossible",
          "it is impossible", "impossible",
          "infinitely many", "infinitely many solutions");

  private static final Set<String> EMPTY_SET =
      Set.of(
          "no solution",
          "no solutions",
          "no real solution",
          "no real solutions",
          "empty set",
          "there is no solution",
          "there are no solutions",
          "no solution exists",
          "no solutions exist",
          "no real solution exists",
          "no real solutions exist",
          "equation has no solution",
          "equation has no solutions",
          "system has no solution",
          "system has no solutions",
          "no such values");

  private static final Set<String> REALS =
      Set.of(
          "all real numbers",
          "all reals",
          "all real values",
          "real numbers",
          "set of all real numbers");

  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]++(?:[ ,]++[A-Za-z]++)++[.!]?");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Commands whose argument is read as words. */
  private static final Set<String> IN_TEXT =
      Stream.concat(MathVocabulary.TEXTS.stream(), Stream.of("mathrm", "mathbf"))
          .collect(Collectors.toUnmodifiableSet());

  private WordAnswers() {}

  /** Whether the text is at least two words, and nothing else. */
  public static boolean isSentence(String text) {
    return SENTENCE.matcher(text).matches();
  }

  /** Whether two texts are the same apart from case, articles and punctuation. */
  public static boolean same(String left, String right) {
    return normal(left).equals(normal(right)) || letters(left).equals(letters(right));
  }

  /** The number that an ordinal such as {@code first} tells, or empty if the text is none. */
  public static Optional<Integer> ordinal(String text) {
    int place = ORDINALS.indexOf(normal(text));
    return place < 0 ? Optional.empty() : Optional.of(place + 1);
  }

  /** Letters and digits only, since spaces are lost where words stand in a formula. */
  private static String letters(String text) {
    String lower = AnswerText.lower(withoutTextCommands(text));
    return lower
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The set or number that the words mean, else the words. */
  static Node meaning(String text) {
    String words = normal(text);
    if (EMPTY_SET.contains(words)) {
      return Node.Group.set(List.of());
    }
    if (REALS.contains(words)) {
      return Nodes.REALS;
    }
    return NumberWords.read(words).<Node>map(Node.Num::new).orElse(new Node.Words(text));
  }

  /**
   * Whether the text is plain words: it has a word that is neither a function, a constant nor a
   * Greek letter, and no sign that only formulas have.
   */
  public static boolean isPlain(String text) {
    if (AnswerText.hasDigit(text)) {
      return false;
    }
    String inner = withoutTextCommands(text);
    boolean isNegative = inner.length() > 1 && inner.charAt(0) == '-' && inner.charAt(1) > ' ';
    if (isNegative) {
      return false;
    }
    boolean hasWord = false;
    StringBuilder run = new StringBuilder();
    for (int i = 0; i <= inner.length(); i++) {
      char c = i < inner.length() ? inner.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        run.append(c);
        continue;
      }
      if (!Character.isWhitespace(c) && ".,!?'’-–\"$".indexOf(c) < 0) {
        return false;
      }
      String word = AnswerText.lower(run.toString());
      run.setLength(0);
      if (MathVocabulary.FUNCTIONS.containsKey(word)
          || MathVocabulary.CONSTANTS.containsKey(word)
          || MathVocabulary.LETTERS.contains(word)) {
        // "no solution exists" has the name of a sign in it
        return word.equals("exists") && EMPTY_SET.contains(normal(text));
      }
      hasWord |= word.length() > 3 || MathVocabulary.SHORT_WORDS.contains(word);
    }

    return hasWord;
  }

  /** Whether words stand among formulas, other than functions, constants and units. */
  public static boolean hasProse(String text) {
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetter(text.charAt(i))) {
        run++;
        continue;
      }
      int start = i - run;
      boolean mayBeProse = run >= 3 && (start == 0 || "\\{".indexOf(text.charAt(start - 1)) < 0);
      if (mayBeProse && !isMathematical(AnswerText.lower(text.substring(start, i)))) {
        return true;
      }
      run = 0;
    }
    return false;
  }

  private static boolean isMathematical(String word) {
    return MathVocabulary.FUNCTIONS.containsKey(word)
        || MathVocabulary.CONSTANTS.containsKey(word)
        || MathVocabulary.LETTERS.contains(word)
        || word.equals("and")
        || word.startsWith("percent")
        || word.startsWith("degree")
        || Units.isUnit(word);
  }

  /** Yes, no, true or false, if the text starts with that. */
  public static Optional<String> yesOrNo(String text) {
    if (!mayStartWithWord(text)) {
      return Optional.empty();
    }
    String words = AnswerText.lower(withoutTextCommands(text).strip());
    for (String answer : new String[] {"yes", "no", "true", "false"}) {
      if (words.startsWith(answer)) {
        String rest = words.substring(answer.length()).strip();
        if (rest.isEmpty() || ".,;:!".indexOf(rest.charAt(0)) >= 0) {
          return Optional.of(answer);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the text may start with one of these words, behind what is read as space. */
  private static boolean mayStartWithWord(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        int end = commandEnd(text, at);
        if (end == at) {
          return false;
        }
        at = end;
      } else if (Character.isWhitespace(c) || "{}$~".indexOf(c) >= 0) {
        at++;
      } else {
        return "yntfYNTF".indexOf(c) >= 0;
      }
    }
    return false;
  }

  private static String normal(String text) {
    String lower = AnswerText.lower(withoutTextCommands(text));
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      letters.append(Character.isLetterOrDigit(c) ? c : ' ');
    }
    List<String> words = new ArrayList<>();
    for (String word : SPACES.split(letters.toString().strip())) {
      if (!ARTICLES.contains(word)) {
        words.add(word);
      }
    }
    String normal = String.join(" ", words);
    return PHRASES.getOrDefault(normal, normal);
  }

  /** The text without braces, dollar signs and the commands around plain text. */
  public static String withoutTextCommands(String text) {
    if (text.indexOf('\\') < 0 && text.indexOf('$') < 0 && text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int end = commandEnd(text, i);
        plain.append(end == i ? "\\" : text.charAt(end - 1) == '{' ? "  " : " ");
        i = Math.max(i, end - 1);
      } else {
        plain.append(c == '{' || c == '}' || c == '$' || c == '~' ? ' ' : c);
      }
    }
    return plain.toString();
  }

  /** Where a command for plain text, with its brace, or for a space ends that starts here. */
  private static int commandEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length() && Lexer.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    if (end == start + 1) {
      boolean isSpace = end < text.length() && " ,".indexOf(text.charAt(end)) >= 0;
      return isSpace ? end + 1 : start;
    }
    boolean isOpen = end < text.length() && text.charAt(end) == '{';
    return isOpen && IN_TEXT.contains(text.substring(start + 1, end)) ? end + 1 : start;
  }
}
