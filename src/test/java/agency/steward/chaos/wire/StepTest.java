package agency.steward.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps are known by the first words of statements, which are written elsewhere. */
class StepTest {
  private static final List<String> STATEMENTS = statements("agency.steward.changeset").toList();

  @ParameterizedTest
  @EnumSource
  void everyStepThatIsAStatementIsStillTakenByOne(Step step) {
    assertThat(step.isCall() || STATEMENTS.stream().anyMatch(sql -> isOf(step, sql))).isTrue();
  }

  private static boolean isOf(Step step, String sql) {
    return Step.of(sql).filter(step::equals).isPresent();
  }

  /** As PostgreSQL is sent them: with numbers in the places of what is bound. */
  private static Stream<String> statements(String of) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(of).stream()
            .filter(type -> type.getSimpleName().endsWith("Store"))
            .map(JavaClass::reflect)
            .flatMap(type -> Stream.of(type.getDeclaredFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == String.class)
            .map(StepTest::text)
            .map(StepTest::numbered);
  }

  private static String text(Field field) {
    try {
      field.setAccessible(true);
      return Optional.ofNullable((String) field.get(null)).orElse("");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String numbered(String sql) {
    String text = sql;
    for (int i = 1; text.contains("?"); i++) {
      text = text.replaceFirst("\\?", "\\$" + i);
    }
    return text;
  }
}
