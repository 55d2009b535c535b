package io.mathscale.core.config;

/**
 * Answers made elsewhere.
 *
 * @param path file, folder or glob; empty means what infer wrote
 */
public record OutputsConfig(String path) {}
