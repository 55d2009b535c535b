/** Decides whether two normalized answers mean the same, with a class for each kind of answer. */
package io.mathscale.grader.compare;
