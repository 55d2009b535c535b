package io.mathscale.core.benchmark;

import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.http.Endpoint;
import io.mathscale.core.model.http.HttpSettings;
import io.mathscale.core.model.http.Network;
import io.mathscale.core.model.http.OkHttpChatModel;
import io.mathscale.core.model.http.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Times the HTTP client alone: a thread a call, nothing kept. */
public final class ClientBenchmark {
  private static final long MAX_BODY_BYTES = 1 << 20;

  private ClientBenchmark() {}

  /** Arguments: base URL, number of prompts, characters of each, calls in flight. */
  public static void main(String[] args) throws InterruptedException {
    long count = Long.parseLong(args[1]);
    int characters = Integer.parseInt(args[2]);
    int inFlight = Integer.parseInt(args[3]);
    HttpSettings settings =
        new HttpSettings(inFlight, Duration.ofMinutes(1), Duration.ofSeconds(10), MAX_BODY_BYTES);
    try (ChatModel model =
        new OkHttpChatModel(
            Endpoint.of(args[0], "teacher", Secret.NONE), settings, Network.DEFAULT)) {
      AtomicLong next = new AtomicLong();
      AtomicLong answers = new AtomicLong();
      List<Thread> threads = new ArrayList<>();
      long begun = System.nanoTime();
      for (int i = 0; i < inFlight; i++) {
        Thread thread = new Thread(() -> askSome(model, next, answers, count, characters));
        thread.start();
        threads.add(thread);
      }

      for (Thread thread : threads) {
        thread.join();
      }

      double seconds = (System.nanoTime() - begun) / 1e9;
      if (answers.get() != count) {
        throw new IllegalStateException(
            "Of %,d calls every one must be answered: %,d".formatted(count, answers.get()));
      }

      System.out.printf(Locale.ROOT, "okhttp %.0f%n", count / seconds);
    }
  }

  private static void askSome(
      ChatModel model, AtomicLong next, AtomicLong answers, long count, int characters) {
    for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      String text = LongPrompt.text(number, characters);
      model.ask(new ChatRequest(List.of(Message.user(text)), Sampling.of(0.7, 256), null));
      answers.getAndIncrement();
    }
  }
}
