package io.mathscale.core.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the commands of LaTeX stand for in a normal form, by their names in lower case: a text whose
 * case was changed is to have the same form.
 */
final class LatexNames {
  /** Change how something looks: they go, what they hold stays without its braces. */
  private static final Set<String> STYLE =
      Set.of(
          ("text textbf textit textrm textsf texttt textnormal textsc emph mbox hbox fbox boxed"
                  + " mathrm mathbf mathit mathsf mathtt mathbb mathcal mathscr mathfrak mathnormal"
                  + " boldsymbol bm pmb operatorname underline uline rm bf it sf tt cal bold"
                  + " ensuremath displaystyle textstyle scriptstyle scriptscriptstyle mathop mathrel"
                  + " mathbin mathord mathstrut")
              .split(" "));

  /** Are space, sizes, line ends and dots: they go. */
  private static final Set<String> NOTHING =
      Set.of(
          ("left right middle big bigg bigl bigr bigm biggl biggr biggm limits nolimits quad qquad"
                  + " thinspace medspace thickspace negthinspace enspace space nonumber notag newline"
                  + " linebreak par noindent indent smallskip medskip bigskip hfill hline centering"
                  + " item ldots cdots dots dotsc dotsb dotsm vdots ddots tiny small textquotesingle"
                  + " textbackslash textasciitilde large huge normalsize footnotesize allowbreak"
                  + " nobreak relax protect strut")
              .split(" "));

  /** Go together with the argument that follows them. */
  private static final Set<String> WITH_ARGUMENT =
      Set.of(
          "hspace",
          "vspace",
          "hskip",
          "phantom",
          "hphantom",
          "vphantom",
          "label",
          "tag",
          "includegraphics",
          "color",
          "textcolor",
          "rule");

  /** Environments that only lay out what they hold. */
  private static final Set<String> LAYOUT_ENVIRONMENTS =
      Set.of(
          ("align equation gather multline eqnarray aligned gathered split center flushleft"
                  + " flushright itemize enumerate displaymath math minipage figure")
              .split(" "));

  private static final String GREEK =
      "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι"
          + " kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ varrho ρ sigma σ varsigma σ tau τ upsilon"
          + " υ phi φ varphi φ chi χ psi ψ omega ω";

  private static final String SYMBOLS =
      "dfrac frac tfrac frac cfrac frac dbinom binom tbinom binom le ≤ leq ≤ leqslant ≤ leqq ≤ ge ≥"
          + " geq ≥ geqslant ≥ geqq ≥ ne ≠ neq ≠ lt < gt > times * ast * star * cdot · div / slash"
          + " / pm ± mp ∓ approx ≈ equiv ≡ sim ∼ cong ≅ propto ∝ infty ∞ infin ∞ partial ∂ nabla ∇"
          + " angle ∠ measuredangle ∠ triangle △ bigtriangleup △ perp ⊥ bot ⊥ parallel ∥ degree °"
          + " circ ∘ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cap ∩ cup ∪ bigcap ∩"
          + " bigcup ∪ setminus ∖ backslash ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot"
          + " ¬ wedge ∧ land ∧ vee ∨ lor ∨ to → rightarrow → longrightarrow → implies → leftarrow ←"
          + " gets ← leftrightarrow ↔ iff ↔ mapsto ↦ sum ∑ prod ∏ int ∫ iint ∬ oint ∮ mid | vert |"
          + " lvert | rvert | lbrace { rbrace } lbrack [ rbrack ] lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉"
          + " langle ⟨ rangle ⟩ prime ' colon : percent % therefore ∴ because ∵ textbar | textless"
          + " < textgreater > textsuperscript ^ textsubscript _ square □ bullet · overrightarrow"
          + " vec bmod mod pmod mod surd sqrt";

  private static final Map<String, String> TOKENS = tokens();

  private LatexNames() {}

  private static Map<String, String> tokens() {
    Map<String, String> tokens = new HashMap<>();
    String[] words = (GREEK + " " + SYMBOLS).split(" ");
    for (int i = 0; i < words.length; i += 2) {
      tokens.put(words[i], words[i + 1]);
    }

    return tokens;
  }

  static boolean isStyle(String name) {
    return STYLE.contains(name);
  }

  static boolean isNothing(String name) {
    return NOTHING.contains(name);
  }

  static boolean takesItsArgumentAway(String name) {
    return WITH_ARGUMENT.contains(name);
  }

  static boolean isLayoutEnvironment(String name) {
    return LAYOUT_ENVIRONMENTS.contains(name);
  }

  /** The token that a command stands for: a character where there is one, else its name. */
  static String token(String name) {
    return TOKENS.getOrDefault(name, name);
  }
}
