/**
 * The model client: {@link io.mathscale.core.model.ChatModel} and its decorators, from the outside
 * in
 *
 * <pre>CheckedChatModel → RetryingChatModel → LimitedChatModel → UsageCountingChatModel
 *     → EndpointPool → OkHttpChatModel</pre>
 *
 * <p>Knows nothing of Spark. OkHttp is named in {@link io.mathscale.core.model.OkHttpChatModel}
 * alone.
 */
package io.mathscale.core.model;
