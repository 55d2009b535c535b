package io.mathscale.generator.export;

/**
 * A data file of an export.
 *
 * @param path its place below the folder
 * @param layout the folder of its layout
 * @param split the split
 * @param rows its rows
 * @param bytes its size
 * @param sha256 hash of its bytes, in hexadecimal digits
 */
public record ExportedFile(
    String path, String layout, String split, long rows, long bytes, String sha256) {}
