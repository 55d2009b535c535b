/** Time as a dependency: clocks, waits and periodic work, so that tests need not wait. */
package io.mathscale.core.time;
