package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The meanings of commands, letters and words. */
final class MathVocabulary {
  /** Functions by the words and commands that name them. */
  static final Map<String, String> FUNCTIONS =
      table(
          "sin sin cos cos tan tan tg tan cot cot ctg cot sec sec csc csc cosec csc arcsin arcsin"
              + " arccos arccos arctan arctan asin arcsin acos arccos atan arctan arccot arccot"
              + " arcsec arcsec arccsc arccsc sinh sinh cosh cosh tanh tanh coth coth ln ln log log"
              + " lg log exp exp sqrt sqrt abs abs min min max max gcd gcd lcm lcm det det dim dim"
              + " arcsinh arcsinh arccosh arccosh arctanh arctanh arsinh arcsinh arcosh arccosh"
              + " artanh arctanh floor floor ceil ceil cbrt cbrt binomial binomial cis cis");

  /** Commands and words that are constants. */
  static final Map<String, Node.Constant> CONSTANTS =
      Map.of(
          "pi", Node.Constant.PI,
          "infty", Node.Constant.INFINITY,
          "infinity", Node.Constant.INFINITY,
          "inf", Node.Constant.INFINITY,
          "oo", Node.Constant.INFINITY);

  /** Commands that are signs between formulas. */
  static final Map<String, String> OPERATORS =
      table(
          "times * cdot * ast * bullet * div / pm ± mp ∓ le <= leq <= leqslant <= leqq <="
              + " ge >= geq >= geqslant >= geqq >= ne != neq != lt < gt > approx ~ approxeq ~ sim ~"
              + " simeq ~ doteq ~ thickapprox ~ equiv ≡ cup ∪ cap ∩ in in setminus ∖ backslash ∖"
              + " to -> rightarrow -> Rightarrow -> implies -> longrightarrow -> mid mid colon :"
              + " triangleq = coloneqq = bigcup ∪ bigcap ∩ smallsetminus ∖ leftrightarrow <->"
              + " Leftrightarrow <-> iff <-> otimes * circ ° degree ° prime ' vee | land & lor |"
              + " wedge & notin notin subset subset subseteq subset parallel parallel perp perp");

  /** Unicode signs, as the commands or characters with the same meaning. */
  static final Map<Character, String> UNICODE = new HashMap<>();

  /** Greek letters; what is not here keeps its name. */
  static final Set<String> LETTERS =
      Set.of(
          "alpha",
          "beta",
          "gamma",
          "delta",
          "epsilon",
          "varepsilon",
          "zeta",
          "eta",
          "theta",
          "vartheta",
          "iota",
          "kappa",
          "lambda",
          "mu",
          "nu",
          "xi",
          "rho",
          "varrho",
          "sigma",
          "tau",
          "upsilon",
          "phi",
          "varphi",
          "chi",
          "psi",
          "omega",
          "Gamma",
          "Delta",
          "Theta",
          "Lambda",
          "Xi",
          "Pi",
          "Sigma",
          "Upsilon",
          "Phi",
          "Psi",
          "Omega",
          "ell",
          "hbar",
          "nabla",
          "partial",
          "odot",
          "oplus",
          "angle",
          "triangle",
          "square",
          "star",
          "dagger",
          "forall",
          "exists",
          "measuredangle",
          "imath",
          "jmath",
          "aleph",
          "wp",
          "Re",
          "Im",
          "top",
          "bot");

  /** Commands without meaning for the value. */
  static final Set<String> LAYOUT =
      Set.of(
          "displaystyle",
          "textstyle",
          "scriptstyle",
          "limits",
          "nolimits",
          "bigl",
          "bigr",
          "big",
          "Big",
          "Bigl",
          "Bigr",
          "bigg",
          "Bigg",
          "biggl",
          "biggr",
          "Biggl",
          "Biggr",
          "middle",
          "hline",
          "nonumber",
          "notag",
          "boldmath",
          "rm",
          "bf",
          "it",
          "tt",
          "small",
          "large",
          "Large",
          "centering",
          "par",
          "strut",
          "relax",
          "noindent",
          "ensuremath",
          "mathstrut");

  /** Commands that leave a space. */
  static final Set<String> SPACES =
      Set.of("quad", "qquad", "space", "enspace", "thinspace", "hfill", "newline", "linebreak");

  /** Commands whose argument is text. */
  static final Set<String> TEXTS =
      Set.of(
          "text", "mbox", "textrm", "textnormal", "textit", "textbf", "hbox", "textsf", "texttt");

  /** Commands whose argument is a letter, function or unit in another type. */
  static final Set<String> ALPHABETS =
      Set.of(
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "operatorname",
          "boldsymbol",
          "bm",
          "mathcal",
          "mathfrak",
          "mathscr",
          "mathnormal",
          "pmb");

  /** Commands whose argument keeps its meaning under the decoration. */
  static final Set<String> DECORATIONS =
      Set.of(
          "vec",
          "overrightarrow",
          "overleftarrow",
          "widehat",
          "hat",
          "underline",
          "boxed",
          "fbox",
          "phantom",
          "mathop",
          "mathord",
          "mathbin",
          "mathrel",
          "cancel",
          "emph",
          "beginboxed",
          "overset",
          "smash",
          "mathstrut",
          "overbrace",
          "underbrace",
          "widetilde",
          "overparen");

  /** Commands that take formulas as arguments. */
  static final Map<String, String> COMMANDS =
      table(
          "frac frac dfrac frac tfrac frac cfrac frac binom binom dbinom binom tbinom binom sqrt"
              + " sqrt overline overline bar overline dot dot tilde overline ddot overline"
              + " choose choose over over pmod pmod bmod mod mod mod");

  /** Large operators with bounds. */
  static final Set<String> BIG_OPERATORS =
      Set.of("sum", "prod", "int", "iint", "iiint", "oint", "lim", "limsup", "liminf", "sup");

  /** Words that add nothing to a number that follows. */
  static final Set<String> BEFORE_NUMBERS =
      Set.of("about", "approximately", "approx", "roughly", "usd", "eur", "gbp", "rmb", "cny");

  /** Words that may be used as operators, with the operators. */
  static final Map<String, String> WORD_OPERATORS = Map.of("x", "*", "to", ":", "U", "∪");

  /** Words before the conditions under which an answer holds. */
  static final Set<String> BEFORE_CONDITIONS =
      Set.of(
          "for",
          "where",
          "if",
          "when",
          "with",
          "whenever",
          "provided",
          "provided that",
          "for all",
          "for any",
          "for every",
          "for some",
          "as long as",
          "such that",
          "其中");

  /** Words that are never a product of letters. */
  static final Set<String> SHORT_WORDS =
      Set.of(
          "the", "are", "yes", "odd", "one", "two", "six", "ten", "for", "all", "not", "any", "but",
          "has", "was", "its", "can", "per", "day", "set", "red", "even", "may", "new", "non",
          "end", "top", "big", "low", "old", "man", "boy", "cat", "dog", "pct", "no", "of", "is",
          "am", "pm", "dne");

  static {
    String[] pairs = {
      "−",
      "-",
      "¢",
      "\\text{cents}",
      "–",
      "-",
      "—",
      "-",
      "×",
      "\\times ",
      "÷",
      "\\div ",
      "·",
      "\\cdot ",
      "⋅",
      "\\cdot ",
      "∙",
      "\\cdot ",
      "√",
      "\\sqrt ",
      "π",
      "\\pi ",
      "∞",
      "\\infty ",
      "≤",
      "\\le ",
      "≥",
      "\\ge ",
      "≠",
      "\\ne ",
      "≈",
      "\\approx ",
      "∪",
      "\\cup ",
      "∩",
      "\\cap ",
      "∈",
      "\\in ",
      "°",
      "^\\circ ",
      "±",
      "\\pm ",
      "∓",
      "\\mp ",
      "²",
      "^{2}",
      "³",
      "^{3}",
      "¹",
      "^{1}",
      "⁰",
      "^{0}",
      "⁴",
      "^{4}",
      "⁵",
      "^{5}",
      "⁶",
      "^{6}",
      "⁷",
      "^{7}",
      "⁸",
      "^{8}",
      "⁹",
      "^{9}",
      "½",
      "\\frac{1}{2}",
      "¼",
      "\\frac{1}{4}",
      "¾",
      "\\frac{3}{4}",
      "⅓",
      "\\frac{1}{3}",
      "⅔",
      "\\frac{2}{3}",
      "（",
      "(",
      "）",
      ")",
      "，",
      ",",
      "。",
      " ",
      "：",
      ":",
      "；",
      ";",
      "＝",
      "=",
      "％",
      "%",
      "′",
      "'",
      "’",
      "'",
      "∅",
      "\\emptyset ",
      "∖",
      "\\setminus ",
      "∠",
      "\\angle ",
      "…",
      "\\ldots ",
      "⟨",
      "(",
      "⟩",
      ")",
      "α",
      "\\alpha ",
      "β",
      "\\beta ",
      "γ",
      "\\gamma ",
      "θ",
      "\\theta ",
      "λ",
      "\\lambda ",
      "μ",
      "\\mu ",
      "φ",
      "\\phi ",
      "ω",
      "\\omega ",
      "ℝ",
      "\\mathbb{R}",
      "、",
      ",",
      "＜",
      "<",
      "＞",
      ">",
      "∶",
      ":",
      "∣",
      "|",
      "≡",
      "\\equiv ",
      "℃",
      "^\\circ C",
      "℉",
      "^\\circ F",
      "△",
      "\\triangle ",
      "⌊",
      "\\lfloor ",
      "⌋",
      "\\rfloor ",
      "⌈",
      "\\lceil ",
      "⌉",
      "\\rceil ",
      "″",
      "''",
      "ℤ",
      "\\mathbb{Z}",
      "ℕ",
      "\\mathbb{N}",
      "ℚ",
      "\\mathbb{Q}",
      "ℂ",
      "\\mathbb{C}",
      "∧",
      "\\land ",
      "∨",
      "\\lor ",
      "\u00a0",
      " ",
      "\u2009",
      " ",
      "\u202f",
      " ",
      "\u200b",
      "",
    };
    for (int i = 0; i < pairs.length; i += 2) {
      UNICODE.put(pairs[i].charAt(0), pairs[i + 1]);
    }
  }

  private MathVocabulary() {}

  private static Map<String, String> table(String pairs) {
    String[] words = pairs.split(" ");
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i], words[i + 1]);
    }
    return Map.copyOf(table);
  }
}
