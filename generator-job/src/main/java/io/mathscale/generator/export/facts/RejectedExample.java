package io.mathscale.generator.export.facts;

import java.io.Serializable;

/**
 * A rejected row that is shown.
 *
 * @param id its id
 * @param detail more about it
 * @param origin where the row is from
 * @param content the beginning of the row
 */
public record RejectedExample(String id, String detail, String origin, String content)
    implements Serializable {}
