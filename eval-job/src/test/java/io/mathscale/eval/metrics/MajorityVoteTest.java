package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.eval.metrics.MajorityVote.VotedClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  @Test
  void countsAllSubsets() {
    // Samples a, b, b, silent: of the six pairs one is b b, two are a b, two x and silent ...
    MajorityVote vote = new MajorityVote(List.of(new VotedClass(1, 0), new VotedClass(2, 2)), 1);

    assertThat(vote.rightAt(1, RANDOM)).isCloseTo(2 / 4.0, within(1e-12));
    // bb and twice b with silence: right; twice ab: half; a with silence: wrong.
    assertThat(vote.rightAt(2, RANDOM)).isCloseTo((1 + 2 + 2 * 0.5) / 6, within(1e-12));
    assertThat(vote.rightAt(4, RANDOM)).isCloseTo(1, within(1e-12));
  }

  @Test
  void isNeverRightWhereNobodyAnswers() {
    assertThat(new MajorityVote(List.of(), 3).rightAt(2, RANDOM)).isZero();
  }

  /** The vote of one is the answer of one. */
  @Test
  void ofOneSampleIsItsAccuracy() {
    MajorityVote vote = new MajorityVote(List.of(new VotedClass(5, 3), new VotedClass(2, 1)), 3);

    assertThat(vote.rightAt(1, RANDOM)).isCloseTo(4 / 10.0, within(1e-12));
  }

  @Test
  void agreesWithCountingEachSubsetByHand() {
    Random random = new Random(5);
    for (int tried = 0; tried < 200; tried++) {
      MajorityVote vote = vote(random, 1 + random.nextInt(10));
      for (int k = 1; k <= vote.samples(); k++) {
        assertThat(vote.rightAt(k, RANDOM))
            .as(vote + " at " + k)
            .isCloseTo(byHand(vote, k), within(1e-9));
      }
    }
  }

  @Test
  void drawsSubsetsOfManySamples() {
    int half = MajorityVote.MOST_COUNTED / 2;
    MajorityVote counted =
        new MajorityVote(List.of(new VotedClass(half, half), new VotedClass(half, 0)), 0);
    MajorityVote drawn =
        new MajorityVote(
            List.of(new VotedClass(2 * half, half * 2), new VotedClass(2 * half, 0)), 0);

    assertThat(counted.rightAt(5, RANDOM)).isCloseTo(0.5, within(1e-9));
    assertThat(drawn.rightAt(5, new SplittableRandom(3))).isCloseTo(0.5, within(0.05));
    assertThat(drawn.rightAt(5, new SplittableRandom(3)))
        .isEqualTo(drawn.rightAt(5, new SplittableRandom(3)));
  }

  private static MajorityVote vote(Random random, int samples) {
    List<VotedClass> classes = new ArrayList<>();
    int left = samples;
    while (left > 0 && random.nextInt(4) > 0) {
      int votes = 1 + random.nextInt(left);
      classes.add(new VotedClass(votes, random.nextInt(votes + 1)));
      left -= votes;
    }

    return new MajorityVote(classes, left);
  }

  /** Every subset as the bits of a number, its votes counted one by one. */
  private static double byHand(MajorityVote vote, int k) {
    List<Integer> samples = new ArrayList<>();
    for (int i = 0; i < vote.classes().size(); i++) {
      for (int j = 0; j < vote.classes().get(i).votes(); j++) {
        samples.add(i);
      }
    }

    while (samples.size() < vote.samples()) {
      samples.add(-1);
    }

    double right = 0;
    int subsets = 0;
    for (int bits = 0; bits < 1 << samples.size(); bits++) {
      if (Integer.bitCount(bits) == k) {
        subsets++;
        right += rightOf(vote, samples, bits);
      }
    }

    return right / subsets;
  }

  private static double rightOf(MajorityVote vote, List<Integer> samples, int bits) {
    int[] votes = new int[vote.classes().size()];
    int most = 0;
    for (int i = 0; i < samples.size(); i++) {
      if ((bits >> i & 1) == 1 && samples.get(i) >= 0) {
        most = Math.max(most, ++votes[samples.get(i)]);
      }
    }

    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < votes.length; i++) {
      if (most > 0 && votes[i] == most) {
        VotedClass winner = vote.classes().get(i);
        shares.add((double) winner.right() / winner.votes());
      }
    }

    return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
