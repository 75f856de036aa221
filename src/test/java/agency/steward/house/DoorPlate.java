package agency.steward.house;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a room's {@code package-info.java} promises: its floor, and for a room on the ground floor
 * or an engine the rooms of its own floor it may use. The plate is the rule, so it cannot go out of
 * date.
 */
record DoorPlate(String room, Floor floor, Set<String> mayUse) {
  private static final Pattern ROOM = Pattern.compile("\\{@code ([a-z]+)}");

  enum Floor {
    APART("Stands apart"),
    GROUND("Ground floor"),
    ENGINE("Engine floor"),
    FEATURE("Feature floor"),
    TOP("Top floor");

    private final String words;

    Floor(String words) {
      this.words = words;
    }
  }

  static DoorPlate read(String room, String packageInfo) {
    String text =
        packageInfo.substring(0, packageInfo.indexOf("*/")).replaceAll("\\s*\\n \\* ?", " ");
    for (Floor floor : Floor.values()) {
      int at = text.indexOf("<p>" + floor.words);
      if (at >= 0) {
        return new DoorPlate(room, floor, named(text.substring(at)));
      }
    }
    throw new AssertionError(
        "package-info.java of room " + room + " does not say its floor, such as <p>Ground floor");
  }

  private static Set<String> named(String sentence) {
    return ROOM.matcher(sentence)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(toUnmodifiableSet());
  }

  boolean allows(DoorPlate other) {
    return switch (floor) {
      case APART -> false;
      case GROUND -> other.floor == Floor.GROUND && mayUse.contains(other.room);
      case ENGINE ->
          other.floor == Floor.GROUND
              || (other.floor == Floor.ENGINE && mayUse.contains(other.room));
      case FEATURE -> other.floor == Floor.GROUND || other.floor == Floor.ENGINE;
      case TOP -> other.floor != Floor.TOP;
    };
  }
}
