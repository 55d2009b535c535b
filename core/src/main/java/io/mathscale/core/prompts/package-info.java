/** Prompt templates and their hashes. */
package io.mathscale.core.prompts;
