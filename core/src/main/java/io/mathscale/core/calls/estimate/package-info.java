/** What the calls of a stage would take, told before they are made. */
package io.mathscale.core.calls.estimate;
