package io.mathscale.generator.rounds;

import static org.apache.spark.sql.functions.udf;

import io.mathscale.core.data.Round;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the rounds begin and end in the order of the compositions, which is that of a hash of seed
 * and id: a composition's round is a function of its id, whatever the partitions. Compositions of
 * any epoch and topic are in each round, so that the first tells what the others will bring.
 *
 * @param seed of the run
 * @param lasts place of the last composition of each round, ascending
 */
public record RoundBounds(long seed, List<Long> lasts) implements Serializable {
  private static final String PLACE = "round";

  /** Copies the list. */
  public RoundBounds {
    lasts = List.copyOf(lasts);
  }

  /** The bounds of rounds, in their order. */
  static RoundBounds of(long seed, List<Round> rounds) {
    return new RoundBounds(seed, rounds.stream().map(Round::last).toList());
  }

  /** The bounds of the rounds that a workspace has seen. */
  public static RoundBounds in(Workspace workspace, long seed) {
    return of(seed, read(workspace));
  }

  /** The rounds that a workspace has seen, in their order. */
  static List<Round> read(Workspace workspace) {
    return workspace.has(Tables.ROUNDS)
        ? workspace.read(Tables.ROUNDS).collectAsList().stream()
            .sorted(Comparator.comparingInt(Round::round))
            .toList()
        : List.of();
  }

  /** The place of a composition in the order. */
  public static long place(long seed, String composition) {
    return StableHash.hash(seed, PLACE, composition);
  }

  /** The round of a composition, from 1; of one beyond the last, the round that would come next. */
  int roundOf(String composition) {
    long place = place(seed, composition);
    int round = 1;
    for (long last : lasts) {
      if (place <= last) {
        return round;
      }

      round++;
    }

    return round;
  }

  /** The round of the compositions that a column names. */
  public Column round(Column composition) {
    UDF1<String, Integer> round = this::roundOf;
    return udf(round, DataTypes.IntegerType).apply(composition);
  }

  /** Whether the compositions that a column names are in one of the rounds. */
  public Column isInOne(Column composition) {
    return round(composition).leq(lasts.size());
  }
}
