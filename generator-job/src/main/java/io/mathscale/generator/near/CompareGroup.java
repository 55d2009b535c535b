package io.mathscale.generator.near;

import io.mathscale.core.data.DuplicateKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * Decides, for questions of equal numbers and operators in their order of preference, which stay:
 * one goes only if it equals, or is alike to, one that stays. So likeness does not chain, and the
 * result is that of looking at all questions one after the other, since no two of different numbers
 * are alike.
 *
 * @param threshold the Jaccard index from which questions are alike; 0 for equal ones alone
 */
record CompareGroup(double threshold)
    implements FlatMapGroupsFunction<Long, Fingerprint, Compared> {

  /** The id of a normal form. */
  private record Form(long high, long low) {
    static Form of(Fingerprint row) {
      return new Form(row.exactHigh(), row.exactLow());
    }
  }

  @Override
  public Iterator<Compared> call(Long values, Iterator<Fingerprint> sorted) {
    Fingerprint first = sorted.next();
    if (!sorted.hasNext()) {
      return List.of(Compared.staying(first, 0)).iterator();
    }

    List<Fingerprint> rows = new ArrayList<>();
    rows.add(first);
    sorted.forEachRemaining(rows::add);
    return compared(rows).iterator();
  }

  private List<Compared> compared(List<Fingerprint> rows) {
    Map<Form, ComparedRow> forms = new HashMap<>();
    for (Fingerprint row : rows) {
      forms.computeIfAbsent(Form.of(row), form -> new ComparedRow(row));
    }

    StayingRows staying = new StayingRows(threshold, new RarestFirst(forms.values()));
    Set<Form> formsThatStay = new HashSet<>();
    List<Compared> compared = new ArrayList<>(rows.size());
    for (Fingerprint row : rows) {
      ComparedRow firstOfForm = forms.get(Form.of(row));
      if (formsThatStay.contains(Form.of(row))) {
        compared.add(Compared.duplicate(row, firstOfForm.fingerprint(), DuplicateKind.EXACT, 1, 0));
      } else {
        Compared result = compared(row, firstOfForm, staying);
        compared.add(result);
        if (result.duplicate() == null) {
          formsThatStay.add(Form.of(row));
        }
      }
    }

    return compared;
  }

  private Compared compared(Fingerprint row, ComparedRow form, StayingRows staying) {
    if (threshold == 0 || !form.isComparable()) {
      return Compared.staying(row, 0);
    }

    long unlikeBefore = staying.unlike();
    Optional<StayingRows.Match> match = staying.mostAlike(form);
    long unlike = staying.unlike() - unlikeBefore;
    if (match.isEmpty()) {
      staying.add(form); // Of several rows of a form the first is the one that can stay.
      return Compared.staying(row, unlike);
    }

    return Compared.duplicate(
        row, match.get().row().fingerprint(), DuplicateKind.NEAR, match.get().likeness(), unlike);
  }
}
