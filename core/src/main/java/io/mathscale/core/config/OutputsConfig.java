package io.mathscale.core.config;

/**
 * Answers made elsewhere.
 *
 * @param path JSON lines or Parquet; empty means what infer wrote
 */
public record OutputsConfig(String path) {}
