/**
 * Prompt templates and their hashes.
 *
 * @serial exclude
 */
package io.mathscale.core.prompts;
