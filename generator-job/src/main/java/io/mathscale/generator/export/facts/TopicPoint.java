package io.mathscale.generator.export.facts;

/**
 * How many rows have a topic and a knowledge point together.
 *
 * @param topic the topic
 * @param point the knowledge point
 * @param rows number of rows
 */
public record TopicPoint(String topic, String point, long rows) {}
