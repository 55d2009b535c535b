/** What a model is asked that judges solutions, and how its reply is read. */
package io.mathscale.core.judge;
