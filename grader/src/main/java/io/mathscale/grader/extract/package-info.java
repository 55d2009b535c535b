/**
 * Finds the answer in what a model wrote, outside its thinking, by a grammar of endings: tags,
 * fields of JSON, boxes, markers such as "the answer is", bold type, the last formula or number.
 */
package io.mathscale.grader.extract;
