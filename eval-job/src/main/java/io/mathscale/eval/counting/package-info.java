/** Which problems count. */
package io.mathscale.eval.counting;
