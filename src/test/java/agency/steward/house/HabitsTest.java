package agency.steward.house;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HabitsTest {
  private static final DescribedPredicate<JavaClass> A_PROGRAM =
      DescribedPredicate.describe("a program of its own", HabitsTest::isProgram);

  static Stream<Path> packages() {
    Stream<Path> testsOnly =
        House.packages(House.TESTS).stream()
            .filter(tests -> !Files.isDirectory(House.MAIN.resolve(House.TESTS.relativize(tests))));
    return Stream.concat(House.packages(House.MAIN).stream(), testsOnly);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageSaysItsJobAndHasNoNulls(Path directory) {
    assertThat(House.plate(directory)).startsWith("/**").contains("NullMarked");
  }

  @Test
  void onlyStoresTalkToTheDatabase() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Connection.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Statement.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ResultSet.class)
        .check(House.CLASSES);
  }

  @Test
  void entitiesStayInTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .check(House.CLASSES);
  }

  @Test
  void noTransactionIsOpenAcrossACallToInstantly() {
    noMethods()
        .that()
        .areAnnotatedWith(Transactional.class)
        .or()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Transactional.class)
        .should(callInstantly())
        .allowEmptyShould(true)
        .check(House.CLASSES);
  }

  private static ArchCondition<JavaMethod> callInstantly() {
    return new ArchCondition<>("call Instantly") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream()
            .filter(call -> House.room(call.getTargetOwner()).equals(Optional.of("instantly")))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(method, call.getDescription())));
      }
    };
  }

  @Test
  void logsGoThroughOneLogger() {
    noClasses().should(USE_JAVA_UTIL_LOGGING).check(House.CLASSES);
    noClasses()
        .that(DescribedPredicate.not(A_PROGRAM))
        .should(ACCESS_STANDARD_STREAMS)
        .check(House.CLASSES);
  }

  @Test
  void whatAClassNeedsComesThroughItsConstructor() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(House.CLASSES);
  }

  @Test
  void namesSayTheRole() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*\\.Abstract\\w+")
        .orShould()
        .resideInAnyPackage("..service..", "..model..", "..dto..", "..util..", "..impl..")
        .check(House.CLASSES);
  }

  private static boolean isProgram(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(m -> m.getName().equals("main") && m.getModifiers().contains(STATIC));
  }
}
