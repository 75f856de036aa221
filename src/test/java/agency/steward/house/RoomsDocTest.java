package agency.steward.house;

import agency.steward.docs.WrittenParts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoomsDocTest {

  @Test
  void theArchitectureNamesTheRoomsAsTheirDoorPlatesDo() {
    WrittenParts.of(Path.of("docs/architecture.md")).part("rooms", table()).check();
  }

  private static String table() {
    return House.plates().values().stream()
        .sorted(Comparator.comparing(DoorPlate::floor).reversed().thenComparing(DoorPlate::room))
        .map(RoomsDocTest::row)
        .collect(
            Collectors.joining("\n", "| floor | room | job | may use |\n|---|---|---|---|\n", ""));
  }

  private static String row(DoorPlate plate) {
    return "| %s | `%s` | %s | %s |"
        .formatted(
            plate.floor().name().toLowerCase(Locale.ROOT), plate.room(), job(plate), uses(plate));
  }

  private static String job(DoorPlate plate) {
    Path room = House.MAIN.resolve(House.ROOT.replace('.', '/')).resolve(plate.room());
    String text = House.plate(room);
    return text.substring(text.indexOf("/**") + 3, text.indexOf("<p>"))
        .replaceAll("\\n \\* ?", " ")
        .replaceAll("\\{@link [\\w.]*\\.(\\w+)}", "`$1`")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String uses(DoorPlate plate) {
    return switch (plate.floor()) {
      case APART -> "nothing";
      case GROUND ->
          plate.mayUse().isEmpty()
              ? "nothing"
              : plate.mayUse().stream()
                  .sorted()
                  .map(room -> "`" + room + "`")
                  .collect(Collectors.joining(", "));
      case ENGINE -> "the ground";
      case FEATURE -> "engines, the ground";
      case TOP -> "everything";
    };
  }
}
