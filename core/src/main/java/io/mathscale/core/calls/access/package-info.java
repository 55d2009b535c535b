/**
 * What it takes to reach the model service: keys, proxies, certificates. Read and checked on the
 * driver, before anything is asked; executors get what was read.
 */
package io.mathscale.core.calls.access;
