package io.mathscale.generator.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.RefineConfig.LeakAction;
import io.mathscale.core.config.RefineConfig.NearLeaks;
import io.mathscale.core.data.ContaminationMethod;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.planted.BaseTexts;
import io.mathscale.generator.planted.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindLeaksTest {
  private static final NearLeaks RULES = new NearLeaks(LeakAction.REMOVE, 8, 20, 10, 20);
  private static final int STORIES = 300;

  @Test
  void findsAQuestionOfAnotherTypography() {
    assertThat(methods("If x^2 = 9, what is \\frac{x}{2}?", "", "IF $x^{2}=9$ what is \\dfrac x2"))
        .containsExactly(ContaminationMethod.EXACT);
  }

  @Test
  void findsStoriesWithAWordChangedAndNoOthers() {
    BenchmarkIndex index = stories();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < STORIES; i++) {
      String story = BaseTexts.written().text(i).question();
      String changed = Fault.withWordChanged(story, random);

      assertThat(FindLeaks.of(index, changed, ""))
          .as(changed)
          .extracting(Leak::problem)
          .containsExactly("p" + i);
      assertThat(FindLeaks.of(index, BaseTexts.written().text(STORIES + i).question(), ""))
          .noneMatch(leak -> leak.method() != ContaminationMethod.NUMBER_SWAP);
    }
  }

  @Test
  void twoWordsOfAShorterQuestionNeedTheAnswer() {
    String question =
        "A baker sells 12 loaves on Monday, twice as many on Friday, and gives 5 of them to the"
            + " school. How many loaves are sold?";
    String changed = question.replace("baker", "farmer").replace("school", "church");

    assertThat(methods(question, "36", changed, "\\frac{72}{2}"))
        .containsExactly(ContaminationMethod.NEAR);
    assertThat(methods(question, "36", changed, "31")).isEmpty();
    assertThat(methods(question, "36", changed, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the area of a square of side 7 cm?|What is the perimeter of a square of side 7 cm?",
        "Find the largest of 3 even numbers whose sum is 48.|Find the smallest of 3 even numbers"
            + " whose sum is 48.",
        "Solve the equation x + 2 = 5 over the integers.|Solve the equation x - 2 = 5 over the"
            + " integers.",
        "If x + y = 5 and x - y = 1, find x.|If x + y = 5 and x - y = 1, find y.",
        "If x + y = 5 and x - y = 1, find x.|If x + y = 5 and x - y = 1, find x + 2y.",
        "In how many ways can the letters of the word banana be put?|In how many ways can the"
            + " letters of the word melon be put?",
        "Add 7 to 4 times 9.|Add 7 to 4 times again 9."
      })
  void anotherExerciseIsNoLeak(String question, String row) {
    assertThat(methods(question, "1", row, "2")).isEmpty();
  }

  private static final String CHINESE = "小明有12个苹果，上午给了小红3个，下午又给了弟弟2个，他还剩多少个苹果？";

  @ParameterizedTest
  @CsvSource({"苹果，上午, 鸡蛋，上午", "小明, 张小明", "小红, 欧阳红", "他还, 现在他还", "又给了, 给了", "个苹果？, 个？"})
  void ideographsBesideEachOtherAreAWord(String part, String other) {
    assertThat(methods(CHINESE, "7", CHINESE.replace(part, other)))
        .containsExactly(ContaminationMethod.NEAR);
  }

  @Test
  void twoWordsOfIdeographsNeedTheAnswer() {
    String changed = CHINESE.replace("小红", "哥哥").replace("苹果，", "鸡蛋，");

    assertThat(methods(CHINESE, "7", changed, "7")).containsExactly(ContaminationMethod.NEAR);
    assertThat(methods(CHINESE, "7", changed, "")).isEmpty();
    assertThat(methods(CHINESE, "7", changed.replace("弟弟", "妈妈").replace("又给", "送给"), "7"))
        .as("four words")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "一个长方形的周长是24厘米，长是8厘米，它的周长是多少厘米？, 周长是多, 面积是多",
    "用圆规画一个周长是12厘米的圆，圆规两脚之间的距离是多少厘米？, 周长, 直径",
    "用3、5、8三张数字卡片组成一个最大的三位数，这个数是多少？, 最大, 最小",
    "甲数是24，甲数比乙数多6，甲乙两数的和是多少？, 多6, 少6",
    "甲数是24，甲数比乙数多6，甲乙两数的和是多少？, 的和, 的差",
    "一共有35个学生，参加合唱的有12个，参加舞蹈的有8个，没有参加的有多少个？, 没有参加的有, 已经参加的有",
    "小明有12个苹果，给了小红3个，还剩多少个苹果？, 3个, 4个"
  })
  void aWordOfIdeographsThatMattersIsNoLeak(String question, String part, String other) {
    assertThat(methods(question, "1", question.replace(part, other), "2"))
        .doesNotContain(ContaminationMethod.NEAR);
  }

  @Test
  void aLastWordThatAnotherTookThePlaceOfIsNotLeftOut() {
    String question =
        "The sum of two numbers is 24 and one of them is twice the other, find out which is the"
            + " larger";

    assertThat(methods(question, "16", question.replace("larger", "smaller"))).isEmpty();
    assertThat(methods(question, "16", question.replace("larger", "winner")))
        .containsExactly(ContaminationMethod.NEAR);
  }

  @Test
  void findsAQuestionWithinALongerText() {
    String question =
        "A train of 120 meters passes a bridge of 380 meters in 25 seconds. What is its speed in"
            + " meters per second?";

    List<Leak> leaks =
        FindLeaks.of(
            index(question, "20"), "Read with care, 3 times. " + question + " Explain x.", "");

    assertThat(leaks).extracting(Leak::method).containsExactly(ContaminationMethod.NEAR);
    assertThat(leaks.get(0).score()).isEqualTo(1);
    assertThat(leaks.get(0).text()).startsWith("a train of 120").endsWith("meters per second");
  }

  @Test
  void aShortQuestionWithinALongerOneNeedsTheAnswer() {
    String question = "How many factors does the number 360 have?";
    String longer = "Kim writes down 4 cards. " + question + " Use a table of 2 rows.";

    assertThat(methods(question, "24", longer, "24")).containsExactly(ContaminationMethod.NEAR);
    assertThat(methods(question, "24", longer, "20")).isEmpty();
    assertThat(methods(question, "24", "Solve: " + question, ""))
        .containsExactly(ContaminationMethod.NEAR);
  }

  @Test
  void findsTheSameSentencesInAnotherOrder() {
    String first = "Ann has 3 red balls.";
    String second = "Her brother gives her 12 blue ones!";
    String asked = "How many balls does she have?";
    String question = String.join(" ", first, second, asked);

    assertThat(methods(question, "15", String.join(" ", second, first, asked)))
        .containsExactly(ContaminationMethod.NEAR);
    assertThat(
            methods(
                question,
                "15",
                "Ann has 12 red balls. Her brother gives her 3 blue ones! " + asked))
        .containsExactly(ContaminationMethod.NUMBER_SWAP);
  }

  private static List<ContaminationMethod> methods(String question, String answer, String row) {
    return methods(question, answer, row, "");
  }

  @Test
  void tellsNumberSwapsApart() {
    assertThat(
            methods(
                "What is the remainder when 2003 is divided by 11?",
                "1",
                "What is the remainder when 77 is divided by 6?",
                "5"))
        .containsExactly(ContaminationMethod.NUMBER_SWAP);
  }

  @Test
  void findsTheProblemMostAlikeOfEachBenchmark() {
    String question = "Bea has 3 red and 5 blue balls, and gives 2 of them to her brother.";
    BenchmarkIndex index =
        BenchmarkIndex.of(
            List.of(
                BenchmarkQuestion.of("2", "b", question, ""),
                BenchmarkQuestion.of("1", "b", question, ""),
                BenchmarkQuestion.of("0", "b", question.replace("brother", "sister"), ""),
                BenchmarkQuestion.of("9", "a", question.replace("Bea", "Ann"), "")),
            RULES);

    assertThat(FindLeaks.of(index, question, ""))
        .extracting(leak -> leak.benchmark() + leak.problem() + leak.method())
        .containsExactly("a9NEAR", "b1EXACT");
  }

  private static List<ContaminationMethod> methods(
      String question, String reference, String row, String answer) {
    return FindLeaks.of(index(question, reference), row, answer).stream()
        .map(Leak::method)
        .toList();
  }

  private static BenchmarkIndex index(String question, String answer) {
    return BenchmarkIndex.of(List.of(BenchmarkQuestion.of("p", "test", question, answer)), RULES);
  }

  private static BenchmarkIndex stories() {
    List<BenchmarkQuestion> questions = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      questions.add(
          BenchmarkQuestion.of("p" + i, "test", BaseTexts.written().text(i).question(), ""));
    }

    return BenchmarkIndex.of(questions, RULES);
  }
}
