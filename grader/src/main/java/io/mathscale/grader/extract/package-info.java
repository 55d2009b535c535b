/**
 * Finds the answer in what a model wrote: boxes, phrases such as "the answer is", the last formula
 * or number, the letter of a choice.
 */
package io.mathscale.grader.extract;
