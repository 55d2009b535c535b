package io.mathscale.generator.near;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Words that ask for something else when one takes the place of another of its line, as
 * <i>largest</i> and <i>smallest</i> do. Read from pairs of real questions that share four of five
 * shingles.
 */
public final class Opposites {
  private static final String LINES =
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
      sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
      hundred thousand million billion 一 二 三 四 五 六 七 八 九 十 两 百 千 万 \
      亿
      half third quarter fourth fifth sixth eighth tenth halves thirds quarters fourths fifths
      first second third fourth fifth sixth seventh eighth ninth tenth last 首 末
      once twice thrice double triple quadruple
      larger smaller bigger lower higher lesser greater longer shorter older younger taller more \
      fewer less
      largest smallest biggest greatest least lowest highest longest shortest most fewest 最
      boys girls boy girl men women man woman male female sons daughters 男 女
      maximum minimum maximal minimal max min
      odd even 奇 偶
      positive negative nonnegative nonpositive nonzero 正 负 反
      increase decrease increased decreased increases decreases increasing decreasing 增 减 升 降 涨 \
      跌
      up down 上 下
      mean median mode range average variance
      sum difference product quotient remainder 和 差 积 商 余
      add subtract multiply divide added subtracted multiplied divided
      area perimeter circumference volume length width height 长 宽 高 面 周 体 表 侧 底 棱 正 \
      直 半
      radius diameter
      sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh log ln exp
      adjacent opposite hypotenuse
      horizontal vertical
      left right 左 右
      north south east west 东 南 西 北
      row column rows columns
      true false
      with without except unless
      inside outside 内 外
      before after 前 后 先
      above below
      all none some 共 剩 余
      any every
      distinguishable indistinguishable
      identical different distinct 同 相 背
      inclusive exclusive
      rational irrational 约 倒
      prime composite 质 合
      numerator denominator 因 倍
      domain range
      spherical cylindrical polar rectangular cartesian
      mm cm dm m km inch inches foot feet yard yards mile miles metre metres meter meters 毫 厘 分 里
      g kg mg gram grams kilogram kilograms ton tons pound pounds ounce ounces 克 吨 斤
      second seconds minute minutes hour hours day days week weeks month months year years 秒 分 时 天 \
      日 周 月 年
      dollar dollars cent cents 元 角
      monday tuesday wednesday thursday friday saturday sunday
      january february march april may june july august september october november december
      buys sells bought sold 买 卖
      gains loses gained lost 赚 赔 亏 盈
      大 小
      多 少
      加 减 乘 除 增
      快 慢
      轻 重
      高 低 矮
      顺 逆
      圆 方 角 梯 菱 扇 柱 锥
      甲 乙 丙 丁
      not no never cannot 不 没 未 非 无 已
      exactly same
      altitude median bisector
      ( ) [ ] ⌊ ⌋ ⌈ ⌉\
      """;

  /** Words and names of two and three letters; others of that length name points and the like. */
  private static final Set<String> SHORT_WORDS =
      Set.of(
          ("al an as at be by do ed ft go he if in is it jo me mr ms my no of oh ok on or"
                  + " so sq to up us we ace add age ago air ali all amy and ann any apr are art ate"
                  + " bag bar bat bea bed bee ben big bin bit bob box boy bus but buy bye cal can"
                  + " cap car cat cow cup cut dad dan day deb did die dog don dot dry due ear eat"
                  + " egg end eva eve eye fan far fat fay feb fee few fit fly for fox fun gas get"
                  + " got gun gus guy had hal has hat hen her him his hit hot how ian ice ida ill"
                  + " ink ira its ivy jan jar jay jeb jen jim job joe jon joy kai ken key kid kim"
                  + " kit lab lay lee leg len leo les let lex lie liz lot lou low mac man map mar"
                  + " may meg men met mia mom mrs mug nan ned new nia nor not nov now nut oct odd"
                  + " off oil old one our out own pam pat pay pen per pet pie pig pot put ran rat"
                  + " raw ray red rex rid rob ron row roy run sad sal sam sat saw say sea see sep"
                  + " set she sid sir sit six sky son sue sum sun tax tea ted ten the tia tie tim"
                  + " tin tip tom top toy try two use val van vic was way wes wet who why win yes"
                  + " yet you zac zoe zoo rosa will")
              .split(" "));

  /** Number of lines of each word, as bits; there are no more than 64. */
  private static final Map<Integer, Long> LINES_OF_WORD = linesOfWords();

  private Opposites() {}

  private static Map<Integer, Long> linesOfWords() {
    Map<Integer, Long> lines = new HashMap<>();
    long line = 1;
    for (String words : LINES.split("\n")) {
      for (String word : words.trim().split(" +")) {
        lines.merge(Codes.ofWord(word), line, (one, other) -> one | other);
      }

      line <<= 1;
    }

    return lines;
  }

  /** Whether a token names a point, a segment or an angle, as {@code ab} does. */
  public static boolean isLabel(String token) {
    return (token.length() == 2 || token.length() == 3)
        && token.chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !SHORT_WORDS.contains(token)
        && lines(Codes.ofWord(token)) == 0;
  }

  /**
   * The lines that a word stands in, as bits; 0 for most words.
   *
   * @param token code of the word
   */
  public static long lines(int token) {
    return LINES_OF_WORD.getOrDefault(token, 0L);
  }
}
