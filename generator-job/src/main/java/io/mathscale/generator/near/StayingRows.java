package io.mathscale.generator.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a group that stay so far, found by what is alike to them.
 *
 * <p>Rows are found by the prefixes of {@link PrefixFilter}, so none is missed. A list of rows that
 * has grown long, as that of a shingle of a hundred thousand almost equal questions, is split by
 * size and place, and then only the parts are looked at whose rows may be alike.
 */
final class StayingRows {
  /** A longer list is split. */
  private static final int LONG_LIST = 64;

  private final double threshold;
  private final PrefixFilter filter;
  private final RarestFirst order;
  private final PostingLists lists = new PostingLists();
  private final List<ComparedRow> rows = new ArrayList<>();
  private int[] seenBy = new int[LONG_LIST];
  private int query;
  private long unlike;
  private ComparedRow asked;
  private Match best;

  /**
   * A row that stays and is alike.
   *
   * @param row the row
   * @param likeness how alike it is
   */
  record Match(ComparedRow row, double likeness) {}

  StayingRows(double threshold, RarestFirst order) {
    this.threshold = threshold;
    this.filter = new PrefixFilter(threshold);
    this.order = order;
  }

  /** How many pairs were compared and were not alike. */
  long unlike() {
    return unlike;
  }

  /** The row that is most alike, of several the one that came first; none if the row may stay. */
  Optional<Match> mostAlike(ComparedRow row) {
    query++;
    asked = row;
    best = null;
    int[] prefix = prefix(row);
    for (int place = 0; place < prefix.length; place++) {
      compareWithList(prefix[place], place);
    }

    return Optional.ofNullable(best);
  }

  /** Adds a row that stays. */
  void add(ComparedRow row) {
    int number = rows.size();
    rows.add(row);
    if (number == seenBy.length) {
      seenBy = Arrays.copyOf(seenBy, 2 * number);
    }

    int[] prefix = prefix(row);
    for (int place = 0; place < prefix.length; place++) {
      int shingle = prefix[place];
      lists.add(Keys.of(shingle), number, place);
      int count = lists.count(Keys.of(shingle));
      if (count == LONG_LIST + 1) {
        split(shingle);
      } else if (count > LONG_LIST) {
        addToPart(shingle, number, place);
      }
    }
  }

  private int[] prefix(ComparedRow row) {
    int[] shingles = row.shingles();
    return order.rarest(shingles, filter.prefix(shingles.length));
  }

  private void split(int shingle) {
    for (int posting = lists.head(Keys.of(shingle));
        posting != PostingLists.NONE;
        posting = lists.next(posting)) {
      addToPart(shingle, lists.row(posting), lists.place(posting));
    }
  }

  private void addToPart(int shingle, int number, int place) {
    lists.add(Keys.of(shingle, rows.get(number).shingles().length, place), number, place);
  }

  private void compareWithList(int shingle, int place) {
    int count = lists.count(Keys.of(shingle));
    if (count > LONG_LIST && parts() < count) {
      compareWithParts(shingle, place);
    } else {
      compareWith(lists.head(Keys.of(shingle)), place);
    }
  }

  /** About how many parts of a list the row would look at. */
  private long parts() {
    int size = asked.shingles().length;
    long sizes = (long) filter.maxSize(size) - filter.minSize(size) + 1;
    return sizes * filter.prefix(size);
  }

  private void compareWithParts(int shingle, int place) {
    int size = asked.shingles().length;
    for (int other = filter.minSize(size); other <= filter.maxSize(size); other++) {
      if (place > filter.maxPlace(size, other)) {
        return; // Larger rows must share still more.
      }

      for (int j = 0; j <= filter.maxPlace(other, size); j++) {
        compareWith(lists.head(Keys.of(shingle, other, j)), place);
      }
    }
  }

  private void compareWith(int head, int place) {
    for (int posting = head; posting != PostingLists.NONE; posting = lists.next(posting)) {
      int number = lists.row(posting);
      if (seenBy[number] != query) {
        seenBy[number] = query;
        ComparedRow other = rows.get(number);
        if (filter.mayBeAlike(
            asked.shingles().length, place, other.shingles().length, lists.place(posting))) {
          compare(other);
        }
      }
    }
  }

  private void compare(ComparedRow other) {
    double likeness = Likeness.of(other, asked, threshold);
    if (likeness == Likeness.UNLIKE) {
      unlike++;
    } else if (best == null || isBetter(other, likeness)) {
      best = new Match(other, likeness);
    }
  }

  private boolean isBetter(ComparedRow other, double likeness) {
    return likeness > best.likeness()
        || (likeness == best.likeness()
            && Fingerprint.PREFERENCE.compare(other.fingerprint(), best.row().fingerprint()) < 0);
  }
}
