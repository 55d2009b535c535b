package io.mathscale.generator.replies.text;

/**
 * Counts the characters that are looked at while a reply is read; what may look at a text more than
 * once stops when they are spent.
 */
public final class Steps {
  /** So often may each character of a reply be looked at by what tries again and again. */
  private static final long PER_CHARACTER = 25;

  private static final long LEAST = 20_000;

  private final long most;
  private long taken;

  private Steps(long most) {
    this.most = most;
  }

  /** Steps for a reply of so many characters. */
  public static Steps forLength(int characters) {
    return new Steps(LEAST + PER_CHARACTER * characters);
  }

  /** Counts characters that were looked at. */
  public void add(long characters) {
    taken += characters;
  }

  /** Whether no further try may begin. */
  public boolean areSpent() {
    return taken >= most;
  }

  /** The characters that were looked at, each as often as it was. */
  public long taken() {
    return taken;
  }
}
