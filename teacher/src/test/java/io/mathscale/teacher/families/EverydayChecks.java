package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.AnswerChecks.ratio;
import static io.mathscale.teacher.families.AnswerChecks.repeat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * Checks the answers to problems of money, measures, time and decimals; {@link AnswerChecks} tells
 * how.
 */
// All numbers are small enough for a double.
@SuppressWarnings("LongDoubleConversion")
final class EverydayChecks {
  private EverydayChecks() {}

  static Map<String, ToDoubleBiFunction<Values, Double>> errors() {
    Map<String, ToDoubleBiFunction<Values, Double>> errors = new HashMap<>();
    errors.put("recipe", (v, x) -> x / v.d() - ratio(v.b() + v.c(), v.a()));
    errors.put("unit-price", (v, x) -> x / v.c() - ratio(v.b(), v.a()));
    errors.put("filling-a-tank", (v, x) -> x * v.a() - x * v.b() - v.c());
    errors.put("overtime", (v, x) -> x - repeat(v.b(), v.a()) - repeat(v.c(), 1.5 * v.a()));
    errors.put("currency", (v, x) -> (x + v.c()) / v.b() - v.a());
    errors.put("weeks-and-days", (v, x) -> x / v.c() - repeat(v.a(), 7) - v.b());
    errors.put("weighing", (v, x) -> x * v.a() + v.c() - v.b());
    errors.put("temperature", (v, x) -> x - v.d() + repeat(v.c(), v.b()) - v.a());
    errors.put("cut-in-two", (v, x) -> x + (x - v.b()) - v.a());
    errors.put("tax-and-tip", (v, x) -> x / v.a() - 1 - v.b() / 100.0 - v.c() / 100.0);
    errors.put("commission", (v, x) -> (x - v.a()) / v.c() - v.b() / 100.0);
    errors.put(
        "mixed-numbers",
        (v, x) -> x - v.a() - ratio(v.b(), v.c()) - v.d() - ratio(v.at("e"), v.at("f")));
    errors.put(
        "larger-fraction", (v, x) -> Math.abs(ratio(v.a(), v.b()) - ratio(v.c(), v.d())) - x);
    errors.put(
        "decimal-sum",
        (v, x) ->
            Double.parseDouble(v.a() + "." + v.b()) + Double.parseDouble(v.c() + "." + v.d()) - x);
    errors.put("rounding", (v, x) -> Math.floor(v.a() * 100 + v.b() / 10.0 + 0.5) / 100 - x);

    return errors;
  }
}
