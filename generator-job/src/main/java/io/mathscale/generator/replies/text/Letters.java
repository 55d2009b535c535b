package io.mathscale.generator.replies.text;

/** Makes letters small, so that a place in the result is the same place in the text. */
public final class Letters {
  private Letters() {}

  /**
   * The text in lower case, character by character: as long as it was, which {@link
   * String#toLowerCase()} does not promise for characters such as İ.
   */
  public static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(text.charAt(i)));
    }

    return lower.toString();
  }
}
