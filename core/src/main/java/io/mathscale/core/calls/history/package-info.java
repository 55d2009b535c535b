/** With what settings a stage has asked before, and what is told of that before it asks again. */
package io.mathscale.core.calls.history;
