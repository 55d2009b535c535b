package io.mathscale.generator.meaning;

/**
 * A problem that a row asks in other words.
 *
 * @param problem id of the problem, or its place in the file
 * @param benchmark the file, or the table, that it stands in
 * @param question its question
 * @param cosine cosine of both embeddings
 */
public record AlikeProblem(String problem, String benchmark, String question, double cosine) {}
