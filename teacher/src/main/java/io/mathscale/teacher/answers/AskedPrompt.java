package io.mathscale.teacher.answers;

/**
 * What is asked of the teacher.
 *
 * @param prompt the text of all messages, in order, with a blank line between them
 * @param question the text of the last message of the user
 * @param jsonOnly true if the answer must be JSON and nothing else
 * @param seed the seed of the request, 0 if it has none
 * @param model the name of the model that is asked
 */
public record AskedPrompt(
    String prompt, String question, boolean jsonOnly, long seed, String model) {}
