package io.mathscale.core.command;

/**
 * One command of a job. The implementing class carries picocli's {@code @Command} with its name and
 * description, and {@code @Option} fields of its own where it has any.
 */
public sealed interface JobCommand permits Stage, CatalogCommand, StandaloneCommand {}
