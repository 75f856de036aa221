package agency.steward.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/** Walks along the chain and finds the first place where it is not what it was. */
final class Chain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Head at = Head.GENESIS;

  static Verification verify(Iterator<Link> links, Head end) {
    var chain = new Chain();
    while (links.hasNext()) {
      Link link = links.next();
      Optional<String> fault = chain.fault(link);
      if (fault.isPresent()) {
        return new Verification.Broken(chain.at.seq() + 1, fault.get());
      }
      chain.at = link.head();
    }
    return chain.at.equals(end)
        ? new Verification.Unbroken(end.seq(), end.hash().toString())
        : new Verification.Broken(
            Math.min(chain.at.seq(), end.seq()) + 1,
            "the head names entry %d as the last, found was %d"
                .formatted(end.seq(), chain.at.seq()));
  }

  private Optional<String> fault(Link link) {
    if (link.seq() != at.seq() + 1) {
      return Optional.of("this entry is missing, entry %d follows".formatted(link.seq()));
    }
    if (!at.hash().then(link.entry()).equals(link.hash())) {
      return Optional.of("the hash does not follow from this entry and the one before");
    }
    return says(link) ? Optional.empty() : Optional.of("the columns do not say what was hashed");
  }

  private static boolean says(Link link) {
    try {
      JsonNode entry = JSON.readTree(link.entry());
      return entry.path("seq").asLong() == link.seq()
          && entry.path("at").asText().equals(Link.moment(link.at()))
          && entry.at("/actor/principal").asText().equals(link.principal())
          && entry.path("action").asText().equals(link.action())
          && isSame(entry.get("workspace_id"), link.workspace())
          && isSame(entry.get("change_set_id"), link.changeSet());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isSame(
      @org.jspecify.annotations.Nullable JsonNode said, Optional<java.util.UUID> column) {
    return Objects.equals(
        said == null ? null : said.asText(), column.map(Object::toString).orElse(null));
  }
}
