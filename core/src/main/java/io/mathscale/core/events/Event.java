package io.mathscale.core.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Something that happened while an application was at work.
 *
 * @param at when, ISO 8601, UTC
 * @param event what it is
 * @param command the command that was at work
 * @param stage the stage whose calls it is about; empty where it is about the command
 * @param waitsFor what is waited for, or was; empty where nothing is
 * @param exit the exit code of a command that ended early, in a word; empty for none
 * @param why the reason of an end or of a wait, in words; empty for none
 * @param seconds how long it took, or was waited; null where it only begins
 * @param figures numbers by name; empty for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Event(
    String at,
    Kind event,
    String command,
    String stage,
    String waitsFor,
    String exit,
    String why,
    Double seconds,
    SortedMap<String, Number> figures) {
  /** Kinds of events; a command begins with the first of them and ends with one of the last two. */
  public enum Kind {
    /** A command begins. */
    STARTED,
    /** A run of a stage's calls begins. */
    ASKING,
    /** The run waits. */
    WAITING,
    /** It waits no longer. */
    RESUMED,
    /** The run is over, whole or not. */
    ASKED,
    /** A command is done. */
    DONE,
    /** A command ended early. */
    STOPPED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
