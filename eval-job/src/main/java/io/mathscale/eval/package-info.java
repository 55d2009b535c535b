/** The commands that turn benchmark to model outputs to scores; each is a stage of its name. */
package io.mathscale.eval;
