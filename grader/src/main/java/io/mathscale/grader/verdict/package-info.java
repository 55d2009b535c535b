/**
 * What the strict grader says of an answer: its outcome, and the rule that decided. Public as the
 * library's root is; it stands apart because the packages that compare depend on it.
 */
package io.mathscale.grader.verdict;
