/**
 * The rules of the grader released with MWPBench, and the behaviour of Python's strings and numbers
 * on which they rest.
 */
package io.mathscale.grader.mwpbench;
