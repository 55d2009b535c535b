package io.mathscale.teacher.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises what a prompt asks for by its headings and stable phrases. */
final class Tasks {
  private static final Pattern MARKED_HEADING =
      Pattern.compile("#{1,6}\\s*([^#:]{1,60})(?::(.*))?");
  private static final Pattern BOLD_HEADING = Pattern.compile("\\*\\*([^*:]{1,60}):?\\*\\*:?(.*)");
  private static final Pattern INLINE_LIST =
      Pattern.compile("(?im)^\\s*(topics?|knowledge points?)\\s*:\\s*(\\S.*)$");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|\\d{1,3}[.)])\\s*");
  private static final Pattern CONCLUSION_HINT =
      Pattern.compile(
          "(?im)^\\s*(?:try to conclude your response with|please reason step by step|let's think step by step|put your final answer).*$");
  private static final Pattern SOLUTION_TAG = Pattern.compile("(?m)^<solution-(\\w+)>$");
  private static final Pattern QUESTION_LABEL =
      Pattern.compile("(?is)\\b(?:question|problem)\\s*:\\s*(.+)$");
  private static final List<String> QUESTION_HEADINGS =
      List.of(
          "provided question",
          "given question",
          "question",
          "instruction",
          "problem",
          "the question");

  private Tasks() {}

  /** Returns what the request asks for. */
  static Task of(AskedPrompt request) {
    String prompt = request.prompt();
    Matcher mark = SOLUTION_TAG.matcher(prompt);
    if (mark.find()) {
      return new Task.Judge(
          mark.group(1),
          tagged(prompt, "question", mark.group(1)),
          tagged(prompt, "reference", mark.group(1)),
          tagged(prompt, "solution", mark.group(1)));
    }

    String lower = prompt.toLowerCase(Locale.ROOT);
    Map<String, String> sections = sections(prompt);
    if (lower.contains("knowledge point")) {
      List<String> topics = listed(sections, prompt, "topic");
      List<String> points = listed(sections, prompt, "knowledge point");
      if (!topics.isEmpty() || !points.isEmpty()) {
        return new Task.Generate(topics, points);
      }

      return new Task.Extract(question(sections).orElseGet(() -> afterLabel(prompt)));
    }

    return new Task.Solve(
        CONCLUSION_HINT
            .matcher(question(sections).orElse(request.question()))
            .replaceAll("")
            .strip());
  }

  /** Returns the text between two tags, empty if there are none. */
  private static String tagged(String prompt, String name, String mark) {
    String tag = name + "-" + mark + ">";
    int start = prompt.indexOf("<" + tag);
    int end = prompt.lastIndexOf("</" + tag);
    return start < 0 || end < start ? "" : prompt.substring(start + tag.length() + 1, end).strip();
  }

  private static Optional<String> question(Map<String, String> sections) {
    return QUESTION_HEADINGS.stream()
        .map(heading -> sections.getOrDefault(heading, ""))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static String afterLabel(String prompt) {
    Matcher label = QUESTION_LABEL.matcher(prompt);
    return label.find() ? label.group(1).strip() : prompt;
  }

  /** Returns the text below each heading; of equal headings the last counts. */
  private static Map<String, String> sections(String prompt) {
    Map<String, String> sections = new LinkedHashMap<>();
    String title = "";
    for (String line : prompt.split("\n", -1)) {
      Optional<Matcher> heading =
          Stream.of(MARKED_HEADING.matcher(line), BOLD_HEADING.matcher(line))
              .filter(Matcher::matches)
              .findFirst();
      if (heading.isPresent()) {
        title = heading.get().group(1).strip().toLowerCase(Locale.ROOT);
        sections.put(title, Objects.requireNonNullElse(heading.get().group(2), ""));
      } else {
        sections.merge(title, line, (text, next) -> text + "\n" + next);
      }
    }

    sections.replaceAll((heading, text) -> text.strip());
    return sections;
  }

  /** Returns the items of the list whose heading, or label at the start of a line, has the name. */
  private static List<String> listed(Map<String, String> sections, String prompt, String name) {
    Stream<String> sectioned =
        sections.entrySet().stream()
            .filter(
                section ->
                    section.getKey().matches("(?:the |given |selected |provided )?" + name + "s?"))
            .map(Map.Entry::getValue);
    Stream<String> inline =
        INLINE_LIST
            .matcher(prompt)
            .results()
            .filter(list -> list.group(1).toLowerCase(Locale.ROOT).startsWith(name))
            .map(list -> list.group(2).replaceAll("[;,]\\s*", "\n"));
    return Stream.concat(sectioned, inline).findFirst().map(Tasks::items).orElse(List.of());
  }

  private static List<String> items(String text) {
    return text.lines()
        .map(line -> BULLET.matcher(line).replaceFirst("").strip())
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
