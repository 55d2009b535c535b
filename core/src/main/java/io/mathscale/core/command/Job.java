package io.mathscale.core.command;

import java.util.List;

/**
 * The commands that one jar holds. Jobs name themselves in {@code META-INF/services}, so that
 * {@link PipelineJob} finds all that are on the class path without any job knowing another.
 */
public interface Job {
  /** Name of the job. */
  String name();

  /** New commands, in the order in which a chain runs them. */
  List<JobCommand> commands();
}
