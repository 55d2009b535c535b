package io.mathscale.generator.arithmetic;

import java.math.BigDecimal;
import java.util.List;

/** Computes the value of an operand: sums, products, fractions, powers and roots of numbers. */
final class OperandParser {
  /** Longer numbers are none that somebody computes with. */
  private static final int MAX_DIGITS = 60;

  private static final int MAX_DEPTH = 40;

  private final List<ArithmeticToken> tokens;
  private final Reading reading;
  private int position;
  private int depth;

  private OperandParser(List<ArithmeticToken> tokens, Reading reading) {
    this.tokens = tokens;
    this.reading = reading;
  }

  /**
   * The value of an operand.
   *
   * @throws NotComputedException when it has none
   */
  static Value value(List<ArithmeticToken> tokens, Reading reading) {
    OperandParser parser = new OperandParser(tokens, reading);
    Value value = parser.sum();
    if (parser.position < tokens.size()) {
      throw new NotComputedException();
    }

    return value;
  }

  private Value sum() {
    Value sum = product();
    while (isAt(TokenKind.PLUS) || isAt(TokenKind.MINUS)) {
      boolean isMinus = take().is(TokenKind.MINUS);
      Value term = product();
      sum = isMinus ? sum.minus(term) : sum.plus(term);
    }

    return sum;
  }

  private Value product() {
    Value product = signed();
    while (true) {
      if (isAt(TokenKind.TIMES)) {
        take();
        if (isAt(TokenKind.PLUS)) {
          throw new NotComputedException();
        }

        product = product.times(signed());
      } else if (isAt(TokenKind.DIVIDE)) {
        take();
        product = product.over(reading.isSlashOverProduct() ? run() : signed());
      } else if (isAt(TokenKind.SLASH)) {
        take();
        product = product.over(reading.isSlashOverProduct() ? run() : signed());
      } else if (startsFactor()) {
        product = product.times(power());
      } else {
        return product;
      }
    }
  }

  /** Factors without a sign between them, and a fraction that is divided by: {@code 25 / 1/3}. */
  private Value run() {
    Value run = signed();
    while (startsFactor() || isAt(TokenKind.SLASH) || isPowerOfTen()) {
      if (isAt(TokenKind.TIMES)) {
        take();
        run = run.times(power());
      } else if (isAt(TokenKind.SLASH)) {
        take();
        run = run.over(signed());
      } else {
        run = run.times(power());
      }
    }

    return run;
  }

  /** {@code × 10^4} of a number in scientific notation. */
  private boolean isPowerOfTen() {
    return isAt(TokenKind.TIMES)
        && kindAt(position + 1) == TokenKind.NUMBER
        && tokens.get(position + 1).text().equals("10")
        && kindAt(position + 2) == TokenKind.POWER;
  }

  private boolean startsFactor() {
    return isAt(TokenKind.OPEN)
        || isAt(TokenKind.FRACTION)
        || isAt(TokenKind.BINOMIAL)
        || isAt(TokenKind.ROOT)
        || isAt(TokenKind.PI)
        || (isAt(TokenKind.NUMBER) && position > 0 && isCloseDirectlyBefore());
  }

  private Value signed() {
    if (isAt(TokenKind.PLUS)) {
      take();
      return signed();
    }

    if (!isAt(TokenKind.MINUS)) {
      return power();
    }

    take();
    if (reading.isMinusInPower() && isAt(TokenKind.NUMBER)) {
      return raised(postfixed(number(take()).negated()));
    }

    return signed().negated();
  }

  private Value power() {
    return raised(postfixed(primary()));
  }

  private Value raised(Value base) {
    if (!isAt(TokenKind.POWER)) {
      return base;
    }

    take();
    return postfixed(base.power(signed()));
  }

  private Value postfixed(Value value) {
    Value result = value;
    while (true) {
      if (isAt(TokenKind.FACTORIAL)) {
        take();
        if (isAt(TokenKind.FACTORIAL)) {
          throw new NotComputedException(); // 3!! is another function.
        }

        boolean isExclamation = position == tokens.size() && !reading.isFactorialAtEnd();
        result = isExclamation ? result : result.factorial();
      } else if (isAt(TokenKind.PERCENT)) {
        take();
        result = reading.isPercentHundredth() ? result.over(Value.of(100)) : result;
      } else if (isAt(TokenKind.POWER) && isDegreeAt(position + 1)) {
        take();
        degree();
      } else if (isAt(TokenKind.DEGREE)) {
        take();
      } else {
        return result;
      }
    }
  }

  /** {@code ^\circ} or {@code ^{\circ}}. */
  private boolean isDegreeAt(int at) {
    return kindAt(at) == TokenKind.DEGREE
        || (kindAt(at) == TokenKind.OPEN && kindAt(at + 1) == TokenKind.DEGREE);
  }

  private void degree() {
    boolean isGroup = take().is(TokenKind.OPEN);
    if (isGroup) {
      take();
      expect(TokenKind.CLOSE);
    }
  }

  private Value primary() {
    ArithmeticToken token = take();
    return switch (token.kind()) {
      case NUMBER -> mixed(token);
      case PI -> reading.pi();
      case OPEN -> group();
      case FRACTION -> {
        Value above = argument();
        yield above.over(argument());
      }
      case BINOMIAL -> {
        Value above = argument();
        yield above.choose(argument());
      }
      case ROOT -> root();
      default -> throw new NotComputedException();
    };
  }

  private Value group() {
    if (++depth > MAX_DEPTH) {
      throw new NotComputedException();
    }

    Value value = sum();
    expect(TokenKind.CLOSE);
    depth--;
    return value;
  }

  private Value argument() {
    ArithmeticToken token = take();
    if (token.is(TokenKind.NUMBER)) {
      return number(token);
    }

    if (!token.is(TokenKind.OPEN)) {
      throw new NotComputedException();
    }

    return group();
  }

  private Value root() {
    int degree = 2;
    if (isAt(TokenKind.OPEN) && tokens.get(position).text().equals("[")) {
      take();
      degree = (int) number(take()).approximation();
      expect(TokenKind.CLOSE);
    }

    if (degree < 2) {
      throw new NotComputedException();
    }

    return argument().root(degree);
  }

  /** {@code 3\frac12} and {@code 3 1/2}, or the number alone. */
  private Value mixed(ArithmeticToken whole) {
    Value number = number(whole);
    boolean isWhole = whole.text().indexOf('.') < 0;
    if (isWhole && reading.isMixedNumber() && isAt(TokenKind.FRACTION)) {
      return number.plus(primary());
    }

    boolean isBeforeFraction =
        isWhole
            && isAt(TokenKind.NUMBER)
            && kindAt(position + 1) == TokenKind.SLASH
            && kindAt(position + 2) == TokenKind.NUMBER;
    if (isBeforeFraction) {
      Value above = number(take());
      take();
      return number.plus(above.over(number(take())));
    }

    return number;
  }

  private static Value number(ArithmeticToken token) {
    if (!token.is(TokenKind.NUMBER) || token.text().length() > MAX_DIGITS) {
      throw new NotComputedException();
    }

    return Value.of(new BigDecimal(token.text()));
  }

  private void expect(TokenKind kind) {
    if (!take().is(kind)) {
      throw new NotComputedException();
    }
  }

  private ArithmeticToken take() {
    if (position >= tokens.size()) {
      throw new NotComputedException();
    }

    return tokens.get(position++);
  }

  private boolean isAt(TokenKind kind) {
    return kindAt(position) == kind;
  }

  private boolean isCloseDirectlyBefore() {
    ArithmeticToken before = tokens.get(position - 1);
    return before.is(TokenKind.CLOSE) && before.end() == tokens.get(position).start();
  }

  private TokenKind kindAt(int at) {
    return at < tokens.size() ? tokens.get(at).kind() : TokenKind.BREAK;
  }
}
