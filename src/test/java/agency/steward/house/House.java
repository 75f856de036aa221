package agency.steward.house;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sources and classes of Steward, as the tests of this room look at them. */
final class House {
  static final String ROOT = "agency.steward";
  static final Path MAIN = Path.of("src/main/java");
  static final Path TESTS = Path.of("src/test/java");
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private House() {}

  /** The room a class is in: the first package below the root; none for the root itself. */
  static Optional<String> room(JavaClass inside) {
    String name = inside.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return Optional.empty();
    }
    return Optional.of(name.substring(ROOT.length() + 1).split("\\.")[0]);
  }

  static Map<String, DoorPlate> plates() {
    try (Stream<Path> rooms = Files.list(MAIN.resolve(ROOT.replace('.', '/')))) {
      return rooms
          .filter(Files::isDirectory)
          .map(room -> DoorPlate.read(room.getFileName().toString(), plate(room)))
          .collect(toMap(DoorPlate::room, Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every directory below that holds Java sources. */
  static List<Path> packages(Path sources) {
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String plate(Path directory) {
    try {
      return Files.readString(directory.resolve("package-info.java"));
    } catch (IOException e) {
      throw new AssertionError("No package-info.java in " + directory, e);
    }
  }
}
