/**
 * Multiple choice: the letters of answers, the options of a question, and what is equal by them.
 */
package io.mathscale.grader.choices;
