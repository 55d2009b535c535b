/** Several endpoints that stand for one model, each with its weight, limits and circuit breaker. */
package io.mathscale.core.model.pool;
