package agency.steward.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final Map<String, DoorPlate> PLATES = House.plates();

  @Test
  void aRoomUsesOnlyWhatItsDoorPlateAllows() {
    classes()
        .that()
        .resideInAPackage(House.ROOT + "..")
        .should(
            new ArchCondition<>("use only rooms its package-info allows") {
              @Override
              public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                    .filter(use -> !allowed(user, use))
                    .forEach(use ->
                        events.add(SimpleConditionEvent.violated(user, use.getDescription())));
              }
            })
        .check(House.CLASSES);
  }

  private static boolean allowed(JavaClass user, Dependency use) {
    JavaClass used = use.getTargetClass().getBaseComponentType();
    if (!used.getPackageName().startsWith(House.ROOT)) {
      return true;
    }
    var from = House.room(user);
    var to = House.room(used);
    if (from.equals(to)) {
      return true;
    }
    if (to.isEmpty()) { // nobody stands above the root but the start-up of the local profile
      return from.map(PLATES::get).map(plate -> plate.floor() == DoorPlate.Floor.TOP).orElse(true);
    }
    DoorPlate target = PLATES.get(to.orElseThrow());
    return from.map(PLATES::get)
        .map(plate -> plate.allows(target))
        .orElse(target.floor() != DoorPlate.Floor.TOP && target.floor() != DoorPlate.Floor.APART);
  }

  @Test
  void theRoomsAreWhereTheArchitecturePutsThem() {
    assertThat(PLATES)
        .hasEntrySatisfying(
            "local", plate -> assertThat(plate.floor()).isEqualTo(DoorPlate.Floor.TOP))
        .hasEntrySatisfying(
            "sandbox", plate -> assertThat(plate.floor()).isEqualTo(DoorPlate.Floor.APART))
        .hasEntrySatisfying(
            "fleet", plate -> assertThat(plate.floor()).isEqualTo(DoorPlate.Floor.ENGINE))
        .hasEntrySatisfying(
            "changeset", plate -> assertThat(plate.floor()).isEqualTo(DoorPlate.Floor.ENGINE))
        .hasEntrySatisfying("problem", plate -> assertThat(plate.mayUse()).isEmpty());
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching(House.ROOT + ".(**)").should().beFreeOfCycles().check(House.CLASSES);
  }
}
