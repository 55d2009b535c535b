/**
 * An OpenAI-compatible server that needs no model and no network, for demos, tests and load tests.
 * What it answers comes from rules and problem families, so it is not a language model.
 */
package io.mathscale.teacher;
