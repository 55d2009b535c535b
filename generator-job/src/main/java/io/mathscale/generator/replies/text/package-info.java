/**
 * What any reader of replies needs: the text without thinking and marks of chat templates ({@link
 * io.mathscale.generator.replies.text.ReplyText}), phrases that are known, ends that are trimmed,
 * and a count of the work. Everything here takes time that grows no faster than the text.
 */
package io.mathscale.generator.replies.text;
