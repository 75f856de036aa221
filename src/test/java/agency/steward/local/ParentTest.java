package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentTest {

  @Test
  void nothingEndsWhileItsParentIsThere() throws InterruptedException {
    var end = new CountDownLatch(1);
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    new Parent(parent).atEnd(end::countDown);
    assertThat(end.await(600, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void whoHasAnotherParentHasLostItsOwn() {
    var end = new CountDownLatch(1);
    new Parent(ProcessHandle.current().pid()).atEnd(end::countDown);
    await().until(() -> end.getCount() == 0);
  }
}
