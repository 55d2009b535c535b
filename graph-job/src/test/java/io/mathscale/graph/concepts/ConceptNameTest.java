package io.mathscale.graph.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConceptNameTest {
  @Test
  void whiteSpaceIsOneSpace() {
    assertThat(ConceptName.shown("  Linear \t\n\u00a0equations ")).isEqualTo("Linear equations");
    assertThat(ConceptName.shown(" \u2003 ")).isEmpty();
  }

  @Test
  void compatibleCharactersAreOne() {
    assertThat(ConceptName.shown("ﬁnite ﬁelds")).isEqualTo("finite fields");
    assertThat(ConceptName.identity("Ｇｅｏｍｅｔｒｙ")).isEqualTo("geometry");
  }

  @Test
  void caseIsShownButDoesNotCount() {
    assertThat(ConceptName.shown("LCM")).isEqualTo("LCM");
    assertThat(ConceptName.identity("LCM")).isEqualTo(ConceptName.identity("lcm"));
  }

  @Property(seed = "42")
  void normalisingTwiceChangesNothing(@ForAll String name) {
    String shown = ConceptName.shown(name);
    String identity = ConceptName.identity(name);

    assertThat(ConceptName.shown(shown)).isEqualTo(shown);
    assertThat(ConceptName.identity(shown)).isEqualTo(identity);
    assertThat(ConceptName.identity(identity)).isEqualTo(identity);
  }
}
