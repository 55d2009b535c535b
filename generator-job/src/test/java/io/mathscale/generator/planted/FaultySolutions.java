package io.mathscale.generator.planted;

import io.mathscale.grader.FinalAnswer;
import java.util.List;
import java.util.SplittableRandom;

/** Solutions with one fault each: but for it they are clean, and end with the row's answer. */
final class FaultySolutions {
  private static final List<String> REFUSALS =
      List.of(
          "I'm sorry, but as an AI language model I cannot help with this request.",
          "As an AI, I am unable to create a question from these topics.",
          "I apologize, but I can't assist with that.",
          "Unfortunately, I cannot solve this problem, since I do not have enough information.",
          "I'm not able to provide a solution for this question.");

  private static final List<String[]> BLANKS =
      List.of(
          new String[] {"brackets", "[Insert the worked solution here]"},
          new String[] {"angles", "<the solution, step by step>"},
          new String[] {"phrase", "Your solution here."},
          new String[] {"braces", "The steps are these: {{solution}}."});

  private static final List<String[]> UNBALANCED =
      List.of(
          new String[] {"brace left open", "Note that \\(\\frac{%d}{7 = x\\) holds."},
          new String[] {"brace too many", "Note that \\(\\frac{%d}{7}} = x\\) holds."},
          new String[] {"formula left open", "Note that \\(x + %d = 7 holds."},
          new String[] {"dollar left open", "Note that $x + %d = 7 holds."},
          new String[] {"left without right", "Note that \\(\\left( x + %d = 7\\) holds."},
          new String[] {"environment", "Note that \\(\\begin{matrix} %d \\end{array}\\) holds."});

  private static final List<String[]> LANGUAGES =
      List.of(
          new String[] {
            "de",
            "Zuerst multiplizieren wir die beiden Zahlen und addieren danach den Rest; so erhalten"
                + " wir das gesuchte Ergebnis. Die Antwort ist"
          },
          new String[] {
            "fr",
            "On multiplie d'abord les deux nombres, puis on ajoute le reste, ce qui donne le"
                + " résultat demandé. La réponse est"
          },
          new String[] {
            "es",
            "Primero multiplicamos los dos números y después sumamos el resto, de modo que"
                + " obtenemos el resultado pedido. La respuesta es"
          },
          new String[] {
            "it",
            "Prima moltiplichiamo i due numeri e poi aggiungiamo il resto, così otteniamo il"
                + " risultato cercato. La risposta è"
          },
          new String[] {
            "pt",
            "Primeiro multiplicamos os dois números e depois somamos o resto; assim obtemos o"
                + " resultado pedido. A resposta é"
          },
          new String[] {
            "pl",
            "Najpierw mnożymy obie liczby, a potem dodajemy resztę i w ten sposób otrzymujemy"
                + " szukany wynik. Odpowiedź to"
          },
          new String[] {
            "ru",
            "Сначала умножим оба числа, затем прибавим остаток и получим искомый результат. Ответ:"
          },
          new String[] {"ja", "まず二つの数を掛け、次に余りを足すと、求める結果が得られます。答えは"},
          new String[] {
            "vi",
            "Trước hết ta nhân hai số với nhau rồi cộng thêm phần dư, như vậy ta được kết quả cần"
                + " tìm. Đáp số là"
          },
          new String[] {
            "tr",
            "Önce iki sayıyı çarpar, sonra kalanı ekleriz ve böylece istenen sonucu elde ederiz."
                + " Cevap"
          });

  private FaultySolutions() {}

  static PlantedText refusal(BaseText text, SplittableRandom random) {
    return new PlantedText(with(text, drawn(REFUSALS, random), text.answer()), "");
  }

  static PlantedText placeholder(BaseText text, SplittableRandom random) {
    String[] blank = drawn(BLANKS, random);
    return new PlantedText(concluded(text, blank[1], text.answer()), blank[0]);
  }

  static PlantedText unbalanced(BaseText text, SplittableRandom random) {
    String[] formula = drawn(UNBALANCED, random);
    String fault = formula[1].formatted(2 + random.nextInt(90));
    return new PlantedText(
        concluded(text, fault + " " + text.solution(), text.answer()), formula[0]);
  }

  static PlantedText foreign(BaseText text, SplittableRandom random) {
    String[] language = drawn(LANGUAGES, random);
    String solution = language[1] + " \\(\\boxed{" + text.answer() + "}\\).";
    return new PlantedText(with(text, solution, text.answer()), language[0]);
  }

  /** Cut after an inner box, within a word, or behind a whole sentence. */
  static PlantedText cut(BaseText text, SplittableRandom random) {
    int inner = random.nextInt(90);
    String box = "First we find \\(\\boxed{" + inner + "}\\) for the part, and then we multiply";
    PlantedText fallback = new PlantedText(with(text, box + " the", "" + inner), "inner box");
    int variant = random.nextInt(3);
    if (variant == 0) {
      return fallback;
    }

    String solution = text.solution();
    boolean isWhole = variant == 1;
    for (int end = solution.length() * (30 + random.nextInt(50)) / 100;
        end < solution.length() - 30;
        end++) {
      if (isWhole ? isSentenceEnd(solution, end) : isWithinWord(solution, end)) {
        String cut = solution.substring(0, end);
        // As generate reads it: what is left may state an answer.
        String answer = FinalAnswer.of(cut).orElse("");
        return new PlantedText(
            with(text, cut, answer), isWhole ? "behind a sentence" : "within a word");
      }
    }

    return fallback;
  }

  private static boolean isSentenceEnd(String text, int end) {
    return end > 1
        && text.charAt(end - 1) == '.'
        && Character.isLetter(text.charAt(end - 2))
        && Character.isWhitespace(text.charAt(end));
  }

  private static boolean isWithinWord(String text, int end) {
    return end > 0
        && Character.isLetter(text.charAt(end - 1))
        && Character.isLetter(text.charAt(end));
  }

  static PlantedText miscomputed(BaseText text, SplittableRandom random) {
    int a = 3 + random.nextInt(60);
    int b = 3 + random.nextInt(60);
    int wrong = 1 + random.nextInt(9);
    int variant = random.nextInt(6);
    String answer =
        switch (variant) {
          case 0 -> "" + (a * b + wrong);
          case 1 -> "" + (a + b + wrong);
          case 2 -> "" + (a * b + a + wrong);
          case 3 -> "" + (a + wrong);
          case 4 -> (a + b) / 2 + wrong + ".3";
          default -> "" + (a * b + wrong * 10);
        };
    String equality =
        switch (variant) {
          case 0 -> "%d \\times %d = %s".formatted(a, b, answer);
          case 1 -> "%d + %d = %s".formatted(a, b, answer);
          case 2 -> "%d \\cdot %d + %d = %d + %d = %s".formatted(a, b, a, a * b, a, answer);
          case 3 -> "\\frac{%d}{%d} = %s".formatted(a * b, b, answer);
          case 4 -> "%s + %s = %s".formatted(a / 2 + ".1", b / 2 + ".1", answer);
          default -> "%d %% \\cdot %d = %s".formatted(a, 100 * b, answer).replace("%", "\\%");
        };
    String name =
        List.of("product", "sum", "chain", "fraction", "decimals", "percent").get(variant);
    return new PlantedText(
        concluded(text, "We compute that $" + equality + "$ is what was asked for.", answer), name);
  }

  /** A text whose solution states the answer at its end. */
  static BaseText concluded(BaseText text, String solution, String answer) {
    String end = "The final answer is \\(\\boxed{" + answer + "}\\).";
    return with(text, solution.endsWith(end) ? solution : solution + "\n\n" + end, answer);
  }

  private static BaseText with(BaseText text, String solution, String answer) {
    return new BaseText(text.question(), solution, answer);
  }

  private static <T> T drawn(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
