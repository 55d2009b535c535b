package io.mathscale.generator.rounds;

import io.mathscale.core.data.Round;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The rounds that the compositions of a workspace have seen. Rounds over other compositions count
 * for nothing: they begin anew, and what was answered is in the journal all the same.
 */
public final class RoundTable {
  private final SparkSession spark;
  private final Workspace workspace;
  private final OrderedCompositions compositions;
  private final long seed;
  private List<Round> rounds;

  private RoundTable(
      SparkSession spark,
      Workspace workspace,
      OrderedCompositions compositions,
      long seed,
      List<Round> rounds) {
    this.spark = spark;
    this.workspace = workspace;
    this.compositions = compositions;
    this.seed = seed;
    this.rounds = rounds;
  }

  /**
   * The rounds of a workspace.
   *
   * @param seed of the run
   */
  public static RoundTable in(SparkSession spark, Workspace workspace, long seed) {
    OrderedCompositions compositions =
        OrderedCompositions.of(workspace.read(Tables.COMPOSITIONS), seed);
    List<Round> rounds =
        RoundBounds.read(workspace).stream()
            .filter(round -> round.of().equals(compositions.id()))
            .toList();
    return new RoundTable(spark, workspace, compositions, seed, rounds);
  }

  /** All rounds, in their order. */
  public List<Round> all() {
    return rounds;
  }

  /** Those that have ended. */
  public List<Round> ended() {
    return rounds.stream().filter(Round::isEnded).toList();
  }

  /** The round that was begun and has not ended. */
  public Optional<Round> open() {
    return rounds.stream().filter(round -> !round.isEnded()).findFirst();
  }

  /** Compositions that no round has taken, as far as rounds have ended. */
  public long left() {
    return (long) compositions.count() - taken(ended());
  }

  private int taken(List<Round> of) {
    return of.isEmpty() ? 0 : compositions.upTo(of.get(of.size() - 1).last());
  }

  /** Compositions that the rounds have taken. */
  public long taken() {
    return taken(rounds);
  }

  /** Where the rounds begin and end. */
  public RoundBounds bounds() {
    return RoundBounds.of(seed, rounds);
  }

  /** The same with one more round, of so many compositions, in place of one that is open. */
  public RoundBounds boundsWith(long count) {
    List<Long> lasts = new ArrayList<>(RoundBounds.of(seed, ended()).lasts());
    if (count > 0) {
      lasts.add(last(count));
    }

    return new RoundBounds(seed, lasts);
  }

  private long last(long count) {
    return compositions.place(Math.toIntExact(taken(ended()) + count));
  }

  /**
   * Begins a round over the next compositions, in place of one that is open.
   *
   * @param count how many it takes, at most {@link #left}
   * @param callsBefore model calls for rows until now
   * @param costBefore US dollars that they took
   */
  public void begin(long count, long callsBefore, BigDecimal costBefore, WriteMetadata metadata) {
    List<Round> ended = ended();
    int from = taken(ended);
    long last = last(count);
    List<Round> next = new ArrayList<>(ended);
    next.add(
        Round.begun(
            ended.size() + 1,
            last,
            compositions.upTo(last) - (long) from,
            compositions.id(),
            callsBefore,
            costBefore));
    write(next, metadata);
  }

  /** Writes the rounds in place of those that stand. */
  public void write(List<Round> all, WriteMetadata metadata) {
    workspace.write(Tables.ROUNDS, spark.createDataset(all, Round.ENCODER).coalesce(1), metadata);
    rounds = List.copyOf(all);
  }
}
