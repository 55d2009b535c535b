/**
 * Fresh solutions of pairs' questions: asked for in rounds until the votes are decided, counted by
 * meaning, and told as a verdict on each pair.
 */
package io.mathscale.generator.validate;
