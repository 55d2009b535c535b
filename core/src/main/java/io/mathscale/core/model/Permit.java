package io.mathscale.core.model;

/** Permission to send one request; exactly one of its methods is called when the request ended. */
public interface Permit {
  /** The request was answered. */
  void answered(ChatReply reply);

  /** The request failed. */
  void failed(ModelException failure);
}
