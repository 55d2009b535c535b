/**
 * What is durable of a stage's calls: the lines that tasks append, the tables they are compacted
 * into, and the lock that lets one run append at a time.
 */
package io.mathscale.core.calls.journal;
