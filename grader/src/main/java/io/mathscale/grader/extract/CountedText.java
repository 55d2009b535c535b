package io.mathscale.grader.extract;

import io.mathscale.grader.limits.LimitReachedException;

/**
 * A text that counts how often it is read, so that a regular expression of somebody else cannot run
 * for ever on it.
 */
final class CountedText implements CharSequence {
  private final String text;
  private final int[] readsLeft;

  CountedText(String text, int most) {
    this(text, new int[] {most});
  }

  private CountedText(String text, int[] readsLeft) {
    this.text = text;
    this.readsLeft = readsLeft;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (readsLeft[0]-- <= 0) {
      throw new LimitReachedException("steps of a regular expression");
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), readsLeft);
  }

  @Override
  public String toString() {
    return text;
  }
}
