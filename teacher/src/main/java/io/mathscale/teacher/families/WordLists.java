package io.mathscale.teacher.families;

import java.util.List;
import java.util.Map;

/** The words that make problems of a family differ, by the slot that takes them. */
final class WordLists {
  private static final Map<String, List<String>> BY_SLOT =
      Map.of(
          "name",
          words(
              "Amara,Ben,Carla,Deepak,Elena,Farid,Grace,Hiro,Ingrid,Jamal,Kenji,Leila,Marco,Nadia,"
                  + "Oscar,Priya,Quentin,Rosa,Samir,Tara,Umar,Vera,Wendy,Xavier,Yuki,Zoe,Aisha,"
                  + "Bruno,Chloe,Diego"),
          "other",
          words(
              "Alice,Boris,Cyrus,Dana,Emil,Fiona,George,Hannah,Ivan,Julia,Karim,Lucy,Mei,Noah,Olga,"
                  + "Pedro,Ruth,Simon,Theo,Uma"),
          "item",
          words(
              "notebooks,pens,stickers,marbles,postcards,candles,buttons,badges,magnets,seashells,"
                  + "stamps,beads,tokens,ribbons,apples,pears,oranges,plums,lemons,mangoes"),
          "goods",
          words(
              "jacket,bicycle,lamp,guitar,backpack,camera,desk,watch,tent,keyboard,coat,printer,"
                  + "chair,violin,blender,telescope"),
          "place",
          words("bakery,library,museum,factory,school,farm,bookshop,hotel,theatre,workshop"),
          "vehicle",
          words("train,bus,truck,car,van,ferry,motorcycle"),
          "liquid",
          words("water,juice,paint,oil,milk,lemonade,syrup"),
          "people",
          words(
              "students,engineers,dancers,volunteers,players,musicians,teachers,nurses,hikers,"
                  + "cooks"),
          "ground",
          words("garden,field,playground,courtyard,meadow,patio,schoolyard"));

  private WordLists() {}

  /** Returns true if the slot takes a word. */
  static boolean has(String slot) {
    return BY_SLOT.containsKey(slot);
  }

  /** Returns the words that the slot takes. */
  static List<String> of(String slot) {
    return BY_SLOT.get(slot);
  }

  private static List<String> words(String commaSeparated) {
    return List.of(commaSeparated.split(",", -1));
  }
}
