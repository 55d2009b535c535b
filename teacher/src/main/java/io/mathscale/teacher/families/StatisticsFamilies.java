package io.mathscale.teacher.families;

import static io.mathscale.teacher.families.WordedFamily.named;

import java.util.List;

/** Problems of means and medians. */
final class StatisticsFamilies {
  private StatisticsFamilies() {}

  static List<WordedFamily> all() {
    return List.of(meanGap(), median(), weightedMean(), variance(), table());
  }

  private static WordedFamily meanGap() {
    return named("missing-score", "Statistics", "Algebra")
        .needs("Mean", "Average", "Setting up equations", "Scores and grades")
        .worded(
            "<name> scored $<xs,>$ on the first tests. What score on the next test brings the mean of all of them to <a>?")
        .worded("The numbers $<xs,>$ and $x$ have a mean of <a>. Find $x$.")
        .drawn(
            draw -> {
              List<Long> scores = draw.numbers((int) draw.between(3, 6), 55, 98);
              long sum = scores.stream().mapToLong(Long::longValue).sum();

              return Values.of((sum + draw.between(60, 100)) / (scores.size() + 1))
                  .with("xs", scores);
            },
            values -> {
              long count = values.list("xs").size() + 1L;
              long sum = values.list("xs").stream().mapToLong(Long::longValue).sum();

              return values
                  .with("count", count)
                  .with("sum", sum)
                  .with("needed", count * values.a())
                  .working(
                      count * values.a() - sum,
                      "All <count> numbers must add up to $<count> \\cdot <a> = <needed>$.",
                      "The known ones add up to <sum>, so the missing one is $<needed> - <sum> = <answer>$.");
            });
  }

  private static WordedFamily median() {
    return named("median", "Statistics", "Arithmetic")
        .needs("Median", "Ordering numbers", "Mean", "Mode and range")
        .worded("What is the median of the numbers $<xs,>$?")
        .worded(
            "On successive days the <place> had $<xs,>$ visitors. Find the median number of visitors.")
        .drawn(
            draw -> Values.NONE.with("xs", draw.numbers((int) draw.between(5, 10), 2, 99)),
            values -> {
              List<Long> sorted = values.list("xs").stream().sorted().toList();
              long left = sorted.get((sorted.size() - 1) / 2);
              long right = sorted.get(sorted.size() / 2);

              return values
                  .with("sorted", String.join(", ", sorted.stream().map(String::valueOf).toList()))
                  .with("left", left)
                  .with("right", right)
                  .working(
                      Fraction.of(left + right, 2),
                      "In order the numbers are $<sorted>$.",
                      left == right
                          ? "The value in the middle is $<answer>$."
                          : "The middle lies between <left> and <right>, so the median is $\\frac{<left> +"
                              + " <right>}{2} = <answer>$.");
            });
  }

  private static WordedFamily weightedMean() {
    return named("weighted-mean", "Statistics", "Ratios and proportions")
        .needs("Weighted average", "Mean", "Average")
        .worded(
            "A class of <a> students has an average score of <b>, another of <c> students an average of <d>. What is the average score of all the students?")
        .worded(
            "<a> parcels weigh <b> kg on average and <c> others weigh <d> kg on average. Find the average weight of all parcels in kilograms.")
        .drawn(
            draw ->
                Values.of(
                    draw.between(10, 40),
                    draw.between(50, 98),
                    draw.between(10, 40),
                    draw.between(50, 98)),
            values -> {
              long sum = values.a() * values.b() + values.c() * values.d();
              long all = values.a() + values.c();

              return values
                  .with("sum", sum)
                  .with("all", all)
                  .working(
                      Fraction.of(sum, all),
                      "The sum over all is $<a> \\cdot <b> + <c> \\cdot <d> = <sum>$.",
                      "Divided among $<a> + <c> = <all>$ this is $\\frac{<sum>}{<all>} = <answer>$.");
            });
  }

  private static WordedFamily variance() {
    return named("variance", "Statistics", "Algebra")
        .needs("Standard deviation", "Mean", "Squares and powers")
        .worded(
            "What is the variance of the numbers $<xs,>$, the square of their standard deviation? Divide by how many they are.")
        .worded(
            "The data are $<xs,>$. Find the square of their standard deviation, that is the mean of the squared distances from their mean.")
        .drawn(
            draw -> Values.NONE.with("xs", draw.numbers((int) draw.between(3, 6), 1, 20)),
            values -> {
              List<Long> numbers = values.list("xs");
              long sum = numbers.stream().mapToLong(Long::longValue).sum();
              long squares = numbers.stream().mapToLong(number -> number * number).sum();
              Fraction mean = Fraction.of(sum, numbers.size());
              Fraction meanSquare = Fraction.of(squares, numbers.size());

              return values
                  .with("count", numbers.size())
                  .with("sum", sum)
                  .with("squares", squares)
                  .with("mean", mean)
                  .with("meanSquare", meanSquare)
                  .working(
                      meanSquare.minus(mean.times(mean)),
                      "The <count> numbers add up to <sum>, so their mean is $\\frac{<sum>}{<count>} = <mean>$.",
                      "Their squares add up to <squares>, with the mean $\\frac{<squares>}{<count>} = <meanSquare>$.",
                      "The variance is the mean of the squares less the square of the mean: $<meanSquare> - \\left(<mean>\\right)^2 = <answer>$.");
            });
  }

  private static WordedFamily table() {
    return named("table-of-visitors", "Statistics", "Arithmetic")
        .needs("Reading tables and charts", "Mean", "Mode and range")
        .worded(
            "The table shows how many visitors the <place> had. Monday: <a>; Tuesday: <b>; Wednesday: <c>; Thursday: <d>; Friday: <e>. By how much did the best day exceed the mean of the five days?")
        .worded(
            "A bar chart of tickets sold at the <place> has the bars Monday <a>, Tuesday <b>, Wednesday <c>, Thursday <d> and Friday <e>. How far is the highest bar above the mean of all five?")
        .drawn(
            draw -> draw.values(5, 20, 300),
            values -> {
              List<Long> days =
                  List.of(values.a(), values.b(), values.c(), values.d(), values.at("e"));
              long sum = days.stream().mapToLong(Long::longValue).sum();
              long most = days.stream().mapToLong(Long::longValue).max().orElseThrow();
              Fraction mean = Fraction.of(sum, days.size());

              return values
                  .with("sum", sum)
                  .with("most", most)
                  .with("mean", mean)
                  .working(
                      Fraction.of(most).minus(mean),
                      "The five numbers add up to <sum>, so their mean is $\\frac{<sum>}{5} = <mean>$.",
                      "The largest is <most>, which is $<most> - <mean> = <answer>$ above the mean.");
            });
  }
}
