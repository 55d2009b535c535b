package io.mathscale.generator.overview;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.text.NormalForm;
import org.apache.spark.sql.Encoder;

/**
 * A seed as it is compared with others.
 *
 * @param question its question
 * @param form id of the normal form: equal for questions that differ in typography alone
 * @param template id of the template: equal for questions that differ in their numbers alone
 */
public record SeedForm(String question, String form, String template) {
  static final Encoder<SeedForm> ENCODER = RecordEncoders.of(SeedForm.class);

  static SeedForm of(SeedQuestion seed) {
    NormalForm form = NormalForm.of(seed.question());
    return new SeedForm(seed.question(), form.id(), form.template().id());
  }
}
