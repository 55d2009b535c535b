/** What stages that ask a model again and again, in rounds, have in common. */
package io.mathscale.generator.sampling;
