package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of divisibility, remainders and digits. */
final class NumberTheoryFamilies {
  private NumberTheoryFamilies() {}

  static List<WordedFamily> all() {
    return List.of(
        gcd(),
        lcm(),
        divisors(),
        powerRemainder(),
        multiples(),
        numberBase(),
        leastWithRemainders());
  }

  private static WordedFamily gcd() {
    return named("greatest-common-divisor", "Number theory", "Arithmetic")
        .needs("Greatest common divisor", "Euclidean algorithm", "Prime factorization")
        .worded("What is the greatest common divisor of <a> and <b>?")
        .worded(
            "<name> has <a> <item> and <b> <fruit> and makes identical gift bags with none left over."
                + " What is the largest possible number of bags?")
        .drawn(
            draw -> {
              long common = draw.between(2, 40);

              return Values.of(common * draw.between(2, 40), common * draw.between(2, 40));
            },
            values ->
                values
                    .provided(values.a() > 1 && values.b() > 1)
                    .with("first", Integers.factorised(values.a()))
                    .with("second", Integers.factorised(values.b()))
                    .working(
                        Integers.gcd(values.a(), values.b()),
                        "Factor both: $<a> = <first>$ and $<b> = <second>$.",
                        "The number asked for is their greatest common divisor, the product of the common"
                            + " prime powers: $<answer>$."));
  }

  private static WordedFamily lcm() {
    return named("least-common-multiple", "Number theory", "Arithmetic")
        .needs("Least common multiple", "Multiples", "Prime factorization", "Repeating events")
        .worded("Find the least common multiple of <a>, <b> and <c>.")
        .worded(
            "Three lights flash every <a>, <b> and <c> seconds. They have just flashed together. After how"
                + " many seconds do they next flash together?")
        .drawn(
            draw -> draw.values(3, 4, 40),
            values ->
                values
                    .provided(values.a() > 1 && values.b() > 1 && values.c() > 1)
                    .with("first", Integers.factorised(values.a()))
                    .with("second", Integers.factorised(values.b()))
                    .with("third", Integers.factorised(values.c()))
                    .working(
                        Integers.lcm(Integers.lcm(values.a(), values.b()), values.c()),
                        "Factor the numbers: $<a> = <first>$, $<b> = <second>$, $<c> = <third>$.",
                        "The least common multiple takes the highest power of each prime: $<answer>$."));
  }

  private static WordedFamily divisors() {
    return named("divisor-count", "Number theory", "Combinatorics")
        .needs("Divisors of a number", "Number of divisors", "Prime factorization")
        .worded("How many positive divisors does <a> have?")
        .worded(
            "In how many ways can <name> arrange <a> <item> in equal rows, if one row and rows of one count too?")
        .drawn(
            draw -> Values.of(draw.between(24, 3000)),
            values -> {
              long count = 1;
              StringBuilder product = new StringBuilder();

              for (int exponent :
                  Integers.primeFactors(values.provided(values.a() > 1).a()).values()) {
                count *= exponent + 1L;
                product.append(product.isEmpty() ? "" : " \\cdot ").append(exponent + 1);
              }

              return values
                  .with("factors", Integers.factorised(values.a()))
                  .with("product", product.toString())
                  .working(
                      count,
                      "The prime factorization is $<a> = <factors>$.",
                      "A divisor takes each prime from none to all of its times, so there are $<product> ="
                          + " <answer>$ choices.");
            });
  }

  private static WordedFamily powerRemainder() {
    return named("power-remainder", "Number theory", "Exponents")
        .needs("Modular arithmetic", "Remainders", "Patterns in powers", "Units digit")
        .worded("What is the remainder when $<a>^{<b>}$ is divided by <c>?")
        .worded("Find the remainder of $<a>^{<b>}$ upon division by <c>.")
        .drawn(
            draw -> {
              long modulus = draw.between(3, 20);
              long base = draw.between(2, 30);

              // A base with a common factor soon has powers with little but remainder 0.
              while (Integers.gcd(base, modulus) > 1) {
                base++;
              }

              return Values.of(base, draw.between(10, 200), modulus);
            },
            values -> {
              values.provided(
                  values.a() > 0 && values.c() > 1 && values.b() > 0 && values.b() <= 1000);
              StringBuilder first = new StringBuilder();
              long power = 1;

              for (long exponent = 1; exponent <= values.b(); exponent++) {
                power = power * (values.a() % values.c()) % values.c();

                if (exponent <= 6) {
                  first.append(exponent == 1 ? "" : ", ").append(power);
                }
              }

              return values
                  .with("first", first.toString())
                  .working(
                      power,
                      "Modulo <c> the powers of <a> begin $<first>$, each being <a> times the one before,"
                          + " reduced.",
                      "The sequence must repeat, and carried on to the exponent <b> it gives $<a>^{<b>}"
                          + " \\equiv <answer> \\pmod{<c>}$.");
            });
  }

  private static WordedFamily multiples() {
    return named("count-multiples", "Number theory", "Counting")
        .needs(
            "Divisibility rules", "Inclusion-exclusion principle", "Counting integers", "Multiples")
        .worded("How many integers from 1 to <a> are divisible by <b> or by <c>?")
        .worded(
            "Tickets are numbered from 1 to <a>. Every ticket whose number is a multiple of <b> or of <c>"
                + " wins. How many tickets win?")
        .drawn(
            draw -> {
              long first = draw.between(2, 12);

              return Values.of(draw.between(60, 1000), first, draw.otherThan(first, 2, 12));
            },
            values -> {
              values.provided(values.a() > 0 && values.b() > 0 && values.c() > 0);
              long both = Integers.lcm(values.b(), values.c());
              long first = values.a() / values.b();
              long second = values.a() / values.c();

              return values
                  .with("both", both)
                  .with("first", first)
                  .with("second", second)
                  .with("overlap", values.a() / both)
                  .working(
                      first + second - values.a() / both,
                      "There are <first> multiples of <b> and <second> multiples of <c>.",
                      "The <overlap> multiples of $\\text{lcm}(<b>, <c>) = <both>$ are counted twice.",
                      "So the number is $<first> + <second> - <overlap> = <answer>$.");
            });
  }

  private static WordedFamily numberBase() {
    return named("number-base", "Number theory", "Arithmetic")
        .needs("Number bases", "Place value", "Division with remainder")
        .worded("Write the decimal number <a> in base <b>.")
        .worded("What is the base-<b> representation of the decimal number <a>?")
        .drawn(
            draw -> Values.of(draw.between(30, 3000), draw.between(2, 9)),
            values -> {
              int base =
                  Math.toIntExact(
                      values.provided(values.b() >= 2 && values.b() <= 10 && values.a() > 0).b());
              StringBuilder divisions = new StringBuilder();

              for (long rest = values.a(); rest > 0; rest /= base) {
                divisions
                    .append(divisions.isEmpty() ? "" : "; ")
                    .append(
                        "$%d = %d \\cdot %d + %d$".formatted(rest, rest / base, base, rest % base));
              }

              return values
                  .with("divisions", divisions.toString())
                  .working(
                      Long.toString(values.a(), base) + "_{" + base + "}",
                      "Divide by <b> again and again: <divisions>.",
                      "The remainders, read from the last to the first, are the digits: $<answer>$.");
            });
  }

  private static WordedFamily leastWithRemainders() {
    return named("two-remainders", "Number theory", "Algebra")
        .needs("Remainders", "Modular arithmetic", "Chinese remainder theorem", "Congruences")
        .worded(
            "What is the smallest positive integer that leaves a remainder of <b> when divided by <a> and"
                + " a remainder of <d> when divided by <c>?")
        .worded(
            "Packed in boxes of <a>, <name>'s <item> leave <b> over; packed in boxes of <c> they leave <d>"
                + " over. What is the least number of <item> that <name> can have?")
        .drawn(
            draw -> {
              long first = draw.oneOf(5, 7, 9, 11, 13);
              long second = draw.oneOf(4, 6, 8, 10, 12, 14, 15, 16, 17);

              if (Integers.gcd(first, second) > 1) {
                second = 17;
              }

              return Values.of(
                  first, draw.between(1, first - 1), second, draw.between(1, second - 1));
            },
            values -> {
              values.provided(values.a() > 1 && values.c() > 1 && values.c() < 10_000);
              long number = values.b();

              for (long tries = 0; number % values.c() != values.d(); tries++) {
                values.provided(tries < values.c());
                number += values.a();
              }

              return values
                  .provided(values.b() > 0 && values.b() < values.a())
                  .with("times", number / values.a())
                  .working(
                      number,
                      "The numbers that leave <b> when divided by <a> are $<b> + <a>k$ for $k = 0, 1, 2$ and"
                          + " so on.",
                      "Trying them in order, $k = <times>$ is the first for which the remainder by <c> is"
                          + " <d>: $<b> + <a> \\cdot <times> = <answer>$.");
            });
  }
}
