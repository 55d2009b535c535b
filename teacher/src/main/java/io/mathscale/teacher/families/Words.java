package io.mathscale.teacher.families;

import java.util.List;
import java.util.Map;

/** The words that make problems of a family differ, by the slot that takes them. */
final class Words {
  private static final List<String> NAMES =
      List.of(
          "Amara", "Ben", "Carla", "Deepak", "Elena", "Farid", "Grace", "Hiro", "Ingrid", "Jamal",
          "Kenji", "Leila", "Marco", "Nadia", "Oscar", "Priya", "Quentin", "Rosa", "Samir", "Tara",
          "Umar", "Vera", "Wendy", "Xavier", "Yuki", "Zoe", "Aisha", "Bruno", "Chloe", "Diego");
  private static final List<String> OTHERS =
      List.of(
          "Alice", "Boris", "Cyrus", "Dana", "Emil", "Fiona", "George", "Hannah", "Ivan", "Julia",
          "Karim", "Lucy", "Mei", "Noah", "Olga", "Pedro", "Ruth", "Simon", "Theo", "Uma");
  private static final Map<String, List<String>> BY_SLOT =
      Map.ofEntries(
          Map.entry("name", NAMES),
          Map.entry("other", OTHERS),
          Map.entry(
              "item",
              List.of(
                  "notebooks",
                  "pens",
                  "stickers",
                  "marbles",
                  "postcards",
                  "candles",
                  "buttons",
                  "badges",
                  "magnets",
                  "seashells",
                  "stamps",
                  "beads",
                  "tokens",
                  "coins")),
          Map.entry(
              "fruit",
              List.of(
                  "apples", "pears", "oranges", "plums", "peaches", "lemons", "mangoes", "kiwis")),
          Map.entry(
              "goods",
              List.of(
                  "jacket",
                  "bicycle",
                  "lamp",
                  "guitar",
                  "backpack",
                  "camera",
                  "desk",
                  "watch",
                  "tent",
                  "keyboard",
                  "coat",
                  "printer",
                  "chair",
                  "violin",
                  "blender",
                  "telescope")),
          Map.entry(
              "place",
              List.of(
                  "bakery",
                  "library",
                  "museum",
                  "factory",
                  "school",
                  "farm",
                  "bookshop",
                  "hotel",
                  "garden centre",
                  "post office",
                  "theatre",
                  "workshop")),
          Map.entry(
              "vehicle", List.of("train", "bus", "truck", "car", "van", "ferry", "motorcycle")),
          Map.entry(
              "liquid", List.of("water", "juice", "paint", "oil", "milk", "lemonade", "syrup")),
          Map.entry(
              "people",
              List.of(
                  "students",
                  "engineers",
                  "dancers",
                  "volunteers",
                  "players",
                  "musicians",
                  "teachers",
                  "nurses",
                  "hikers",
                  "cooks")),
          Map.entry(
              "shape", List.of("garden", "field", "playground", "floor", "poster", "rug", "patio")),
          Map.entry(
              "weekday",
              List.of(
                  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
          Map.entry("colour", List.of("red", "green", "yellow", "white", "orange", "purple")),
          Map.entry("hue", List.of("blue", "black", "brown", "grey", "pink", "silver")));

  private Words() {}

  /** Returns true if the slot takes a word. */
  static boolean has(String slot) {
    return BY_SLOT.containsKey(slot);
  }

  /** Returns the words that the slot takes. */
  static List<String> of(String slot) {
    return BY_SLOT.get(slot);
  }
}
