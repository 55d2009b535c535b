/**
 * What a run knows of a workspace that cannot be written: for want of room, or since it is away.
 */
package io.mathscale.core.calls.store;
