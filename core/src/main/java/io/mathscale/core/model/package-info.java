/**
 * The contract of the model client: {@link io.mathscale.core.model.ChatModel}, what goes in and
 * comes out of it, and the decorators that concern nothing else. From the outside in, a client is
 *
 * <pre>CheckedChatModel → RetryingChatModel → LimitedChatModel → EndpointPool
 *     → UsageCountingChatModel → OkHttpChatModel</pre>
 *
 * <p>Knows nothing of Spark, of HTTP, or of the packages below it.
 */
package io.mathscale.core.model;
