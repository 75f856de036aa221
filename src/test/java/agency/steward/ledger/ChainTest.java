package agency.steward.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.000001Z");

  @Test
  void anEntryIsHashedWithTheOneBeforeIt() {
    Link link =
        Link.after(Head.GENESIS, NOON, LedgerEntry.of(Actor.of("sub:ann", List.of()), "a.b"));

    assertThat(new String(link.entry(), UTF_8))
        .isEqualTo(
            """
            {"action":"a.b","actor":{"principal":"sub:ann","roles":[]},"at":"2026-11-24T12:00:00.000001Z",\
            "facts":{},"seq":1}\
            """);
    assertThat(HexFormat.of().formatHex(link.hash().bytes()))
        .as("(printf '\\0%.0s' {1..32}; cat entry) | sha256sum")
        .isEqualTo("a38e885d96ee02a03fe34866e58ee51ae10fe59e014e14d7c742cf90caf61f41");
  }

  @Test
  void aChainAsItWasWrittenIsUnbroken() {
    List<Link> links = chain(5);
    assertThat(verify(links, end(links)))
        .isEqualTo(new Verification.Unbroken(5, end(links).hash().toString()));
  }

  @Test
  void anEmptyChainIsUnbroken() {
    assertThat(verify(List.of(), Head.GENESIS)).isInstanceOf(Verification.Unbroken.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aMissingEntryIsFound(int seq) {
    List<Link> links = chain(5);
    Head end = end(links);
    links.remove(seq - 1);
    assertBrokenAt(seq, verify(links, end));
  }

  @Test
  void twoEntriesThatChangedPlacesAreFound() {
    List<Link> links = chain(5);
    Head end = end(links);
    Collections.swap(links, 1, 2);
    assertBrokenAt(2, verify(links, end));
  }

  @Test
  void anEntryAppendedBehindTheHeadIsFound() {
    List<Link> links = chain(5);
    assertBrokenAt(5, verify(links, new Head(4, links.get(3).hash())));
  }

  @Test
  void aChangedByteIsFound() {
    assertFound(l -> copy(l, l.action(), l.workspace(), bytes(l, "sub:ann", "sub:bob"), l.hash()));
  }

  @Test
  void aChangedEntryWithAHashOfItsOwnIsFoundInTheNextOne() {
    List<Link> links = chain(5);
    Head end = end(links);
    Link second = links.get(1);
    byte[] forged = bytes(second, "sub:ann", "sub:bob");
    links.set(
        1,
        new Link(
            2,
            second.at(),
            "sub:bob",
            second.action(),
            second.workspace(),
            second.changeSet(),
            forged,
            links.getFirst().hash().then(forged)));
    assertBrokenAt(3, verify(links, end));
  }

  @Test
  void aColumnThatSaysSomethingElseIsFound() {
    assertFound(l -> copy(l, "x.y", l.workspace(), l.entry(), l.hash()));
    assertFound(l -> copy(l, l.action(), Optional.empty(), l.entry(), l.hash()));
    assertFound(l -> said(l, l.at(), "sub:eve", l.changeSet()));
    assertFound(l -> said(l, l.at().plusSeconds(1), l.principal(), l.changeSet()));
    assertFound(l -> said(l, l.at(), l.principal(), Optional.of(new UUID(1, 1))));
    assertFound(l -> said(l, l.at(), l.principal(), Optional.empty()));
  }

  private static void assertFound(UnaryOperator<Link> tampering) {
    List<Link> links = chain(5);
    Head end = end(links);
    links.set(2, tampering.apply(links.get(2)));
    assertBrokenAt(3, verify(links, end));
  }

  private static void assertBrokenAt(long seq, Verification found) {
    assertThat(found)
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.seq()).isEqualTo(seq));
  }

  private static Verification verify(List<Link> links, Head end) {
    return Chain.verify(links.iterator(), end);
  }

  private static Head end(List<Link> links) {
    return links.getLast().head();
  }

  private static List<Link> chain(int length) {
    var links = new ArrayList<Link>();
    Head head = Head.GENESIS;
    for (int i = 0; i < length; i++) {
      LedgerEntry entry =
          LedgerEntry.of(Actor.of("sub:ann", List.of("agency-admin")), "workspace.register")
              .in(new WorkspaceId(new UUID(0, i)))
              .of(new UUID(2, i));
      Link link = Link.after(head, NOON.plusSeconds(i), entry);
      links.add(link);
      head = link.head();
    }
    return links;
  }

  private static byte[] bytes(Link link, String from, String to) {
    return new String(link.entry(), UTF_8).replace(from, to).getBytes(UTF_8);
  }

  private static Link copy(
      Link link, String action, Optional<UUID> workspace, byte[] entry, Hash hash) {
    return new Link(
        link.seq(), link.at(), link.principal(), action, workspace, link.changeSet(), entry, hash);
  }

  private static Link said(Link link, Instant at, String principal, Optional<UUID> changeSet) {
    return new Link(
        link.seq(),
        at,
        principal,
        link.action(),
        link.workspace(),
        changeSet,
        link.entry(),
        link.hash());
  }
}
