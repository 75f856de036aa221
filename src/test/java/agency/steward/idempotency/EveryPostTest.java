package agency.steward.idempotency;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

class EveryPostTest {

  @Test
  void everyPostHeedsItsKey() {
    methods()
        .that()
        .areAnnotatedWith(POST.class)
        .should(runOnce())
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("agency.steward"));
  }

  private static ArchCondition<JavaMethod> runOnce() {
    return new ArchCondition<>("run through Idempotency.once") {
      @Override
      public void check(JavaMethod post, ConditionEvents events) {
        boolean once =
            post.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                    call.getTargetOwner().isEquivalentTo(Idempotency.class)
                        && call.getName().equals("once"));
        events.add(new SimpleConditionEvent(post, once, post.getFullName() + " does not"));
      }
    };
  }
}
