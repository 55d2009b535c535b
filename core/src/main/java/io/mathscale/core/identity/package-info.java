/** What rows are known by, and randomness: functions of content and the seed of a run. */
package io.mathscale.core.identity;
