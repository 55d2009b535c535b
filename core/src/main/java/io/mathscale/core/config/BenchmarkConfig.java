package io.mathscale.core.config;

/**
 * Problems to score on.
 *
 * @param path an MWPBench file; empty where no command needs it
 */
public record BenchmarkConfig(String path) {}
