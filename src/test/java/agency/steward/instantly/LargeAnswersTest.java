package agency.steward.instantly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.wire.Answer;
import agency.steward.instantly.wire.Answer.Loss;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Permit;
import agency.steward.instantly.wire.Target;
import agency.steward.instantly.wire.Verb;
import agency.steward.instantly.wire.Wire;
import agency.steward.instantly.wire.WireSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many answers that together are larger than what they may take, by either protocol. */
@Timeout(60)
class LargeAnswersTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int LARGEST = Morsels.WHOLE;

  /** Two whole ones, and as much again for parts. */
  private static final int BODIES = 4 * LARGEST;

  private static final int MANY = 60;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Runnable> givenUp = new ArrayList<>();
  private Morsels server;
  private Wire wire;

  @BeforeAll
  static void trust() {
    Certificate.trust();
  }

  @AfterAll
  static void trustAsBefore() {
    Certificate.trustAsBefore();
  }

  private void start(Morsels.Way way) {
    server = new Morsels(vertx, way, this::held);
    wire =
        new Wire(
            vertx,
            new WireSettings(
                URI.create(server.url()), "steward/test", WAIT, WAIT, 200, 1, 1, LARGEST, BODIES),
            meters);
  }

  @AfterEach
  void allIsGivenBack() {
    await().until(() -> held() == 0 && gauge("waiting") == 0);
    wire.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private double held() {
    return gauge("held");
  }

  private double gauge(String what) {
    return meters.get("steward.instantly.bodies." + what).gauge().value();
  }

  private static Ask ask(Verb verb, String path) {
    return new Ask(
        verb, Target.of(path, Map.of()), new ApiKey("key"), Optional.empty(), Optional.empty());
  }

  private CompletableFuture<Answer> waiting(String path, Duration most) {
    var answer = new CompletableFuture<Answer>();
    Thread.startVirtualThread(
        () -> answer.complete(wire.exchange(ask(Verb.PATCH, path), most, Permit.ALWAYS)));
    return answer;
  }

  private CompletableFuture<Answer> begun(String path, Duration most) {
    var answer = new CompletableFuture<Answer>();
    givenUp.add(
        wire.begin(
                ask(Verb.GET, path),
                most,
                Permit.ALWAYS,
                (came, over) -> {
                  over.run();
                  answer.complete(came);
                })
            .orElseThrow());
    return answer;
  }

  private List<CompletableFuture<Answer>> many(String path, int calls) {
    var all = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < calls; i++) {
      all.add(i % 2 == 0 ? waiting(path, WAIT) : begun(path, WAIT));
    }
    return all;
  }

  private static void isWhole(CompletableFuture<Answer> answer) {
    assertThat(answer.join())
        .isInstanceOfSatisfying(
            Answer.Reply.class, reply -> assertThat(reply.body()).isEqualTo(Morsels.body()));
  }

  @ParameterizedTest
  @EnumSource
  void whereEachHoldsAPartAndNoneMayGrowAllComeToTheirEnd(Morsels.Way way) {
    start(way);

    List<CompletableFuture<Answer>> all = many("/whole", MANY);

    all.forEach(LargeAnswersTest::isWhole);
    assertThat(server.mostHeld()).isBetween(LARGEST + 1.0, (double) BODIES);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionOfAnAnswerThatHadToWaitIsGoodForTheNext(Morsels.Way way) {
    start(way);
    for (int round = 0; round < 5; round++) {
      many("/whole", 20).forEach(LargeAnswersTest::isWhole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoStallsWhileItHoldsAllRoomKeepsItFromOthersOnlyUntilItEnds(Morsels.Way way) {
    start(way);
    for (int i = 0; i < 4; i++) {
      begun("/stalls", WAIT);
    }
    await().until(() -> held() == BODIES);

    List<CompletableFuture<Answer>> others = many("/whole", 20);
    await().until(() -> gauge("waiting") == 20);
    assertThat(waiting("/small", WAIT).join()).isInstanceOf(Answer.Reply.class);

    givenUp.subList(0, 4).forEach(Runnable::run);
    others.forEach(LargeAnswersTest::isWhole);
  }

  @ParameterizedTest
  @EnumSource
  void whoStallsEndsWithItsDeadlineAndGivesBackWhatItHeld(Morsels.Way way) {
    start(way);
    waiting("/small", WAIT).join();

    CompletableFuture<Answer> stalls = waiting("/stalls", SOON);
    await().until(() -> held() > 0);

    assertThat(stalls.join()).isEqualTo(new Answer.Lost(Loss.TIMED_OUT, true, 200));
  }

  @ParameterizedTest
  @EnumSource
  void oneThatStallsInAPlaceOfItsOwnDoesNotKeepTheOthers(Morsels.Way way) {
    start(way);
    for (int i = 0; i < 3; i++) {
      begun("/stalls", WAIT);
    }
    await().until(() -> held() == 3 * LARGEST);

    many("/whole", 20).forEach(LargeAnswersTest::isWhole);

    givenUp.forEach(Runnable::run);
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsForRoomEndsWithItsDeadlineOrWhenItIsGivenUp(Morsels.Way way) {
    start(way);
    for (int i = 0; i < 4; i++) {
      begun("/stalls", WAIT);
    }
    await().until(() -> held() == BODIES);

    CompletableFuture<Answer> late = waiting("/whole", SOON);
    CompletableFuture<Answer> lateToo = begun("/whole", SOON);
    CompletableFuture<Answer> unwanted = begun("/whole", WAIT);
    await().until(() -> gauge("waiting") >= 1 && server.begun("/whole") == 3);

    assertThat(late.join()).isEqualTo(new Answer.Lost(Loss.TIMED_OUT, true, 200));
    assertThat(lateToo.join()).isEqualTo(new Answer.Lost(Loss.TIMED_OUT, true, 200));
    await().until(() -> gauge("waiting") == 1);
    givenUp.getLast().run();
    assertThat(unwanted.join()).isEqualTo(new Answer.Lost(Loss.CANCELLED, true, 200));
    assertThat(held()).isEqualTo(BODIES);
    givenUp.forEach(Runnable::run);
  }

  @ParameterizedTest
  @EnumSource
  void whatBreaksOffGivesBackWhatItHeld(Morsels.Way way) {
    start(way);

    List<CompletableFuture<Answer>> all = many("/breaks", 20);

    assertThat(all)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer ->
            assertThat(answer)
                .isInstanceOfSatisfying(
                    Answer.Lost.class, lost -> assertThat(lost.status()).isIn(0, 200)));
    many("/whole", 4).forEach(LargeAnswersTest::isWhole);
  }
}
