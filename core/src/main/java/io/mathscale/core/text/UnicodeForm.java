package io.mathscale.core.text;

import java.text.Normalizer;

/**
 * Text in Unicode's normal form NFKC, with what that form would lose written out before: a raised
 * or lowered character stays apart from its base ({@code x²} becomes {@code x^2}, not {@code x2}),
 * and so does a fraction from the number before it ({@code 3½}).
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">Unicode Standard Annex 15</a>
 */
final class UnicodeForm {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
  private static final String RAISED_PLAIN = "0123456789+-=()ni";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ";
  private static final String LOWERED_PLAIN = "0123456789+-=()aeoxhklmnpst";

  private UnicodeForm() {}

  static String of(String text) {
    if (isAscii(text)) {
      return text;
    }

    String apart = writtenOut(text);
    return Normalizer.isNormalized(apart, Normalizer.Form.NFKC)
        ? apart
        : Normalizer.normalize(apart, Normalizer.Form.NFKC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }

    return true;
  }

  private static String writtenOut(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x80) {
        out.append(c);
        at++;
      } else if (RAISED.indexOf(c) >= 0) {
        at = appendRun(text, at, "^{", RAISED, RAISED_PLAIN, out);
      } else if (LOWERED.indexOf(c) >= 0) {
        at = appendRun(text, at, "_{", LOWERED, LOWERED_PLAIN, out);
      } else {
        appendOther(c, out);
        at++;
      }
    }

    return out.toString();
  }

  private static int appendRun(
      String text, int start, String open, String from, String to, StringBuilder out) {
    out.append(open);
    int at = start;
    while (at < text.length() && from.indexOf(text.charAt(at)) >= 0) {
      out.append(to.charAt(from.indexOf(text.charAt(at))));
      at++;
    }

    out.append('}');
    return at;
  }

  private static void appendOther(char c, StringBuilder out) {
    boolean isFraction = (c >= '¼' && c <= '¾') || (c >= '⅐' && c <= '⅞') || c == '↉';
    out.append(isFraction ? " " : "").append(c).append(isFraction ? " " : "");
  }
}
