/**
 * {@link io.mathscale.core.model.ChatModel} over HTTP: requests as JSON, replies, errors and
 * headers of OpenAI-compatible servers. The only package that knows OkHttp.
 */
package io.mathscale.core.model.http;
