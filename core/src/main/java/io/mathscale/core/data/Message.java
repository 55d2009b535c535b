package io.mathscale.core.data;

/**
 * One turn of a conversation with a model.
 *
 * @param role who speaks: {@code system}, {@code user} or {@code assistant}
 * @param content the text
 */
public record Message(String role, String content) {
  /** Checks that there is a role. */
  public Message {
    if (role.isBlank()) {
      throw new IllegalArgumentException("role must not be blank: '" + role + "'");
    }
  }

  /** What the user says. */
  public static Message user(String content) {
    return new Message("user", content);
  }

  /** What the model is told to be. */
  public static Message system(String content) {
    return new Message("system", content);
  }
}
