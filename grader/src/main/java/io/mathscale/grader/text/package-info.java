/** The text of answers before anything is parsed: layout, emphasis, braces. */
package io.mathscale.grader.text;
