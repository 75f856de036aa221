package agency.steward.inspection;

import agency.steward.ledger.RecordedEntry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An entry as it goes out: what was hashed, and its hash. Nothing else, so that whoever takes the
 * hash out again and writes the rest as RFC 8785 wants it can follow the chain without Steward.
 */
final class EntryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryJson() {}

  static ObjectNode of(RecordedEntry entry) {
    try {
      return ((ObjectNode) JSON.readTree(entry.json())).put("hash", entry.hash());
    } catch (IOException | ClassCastException tampered) {
      throw new UncheckedIOException(
          new IOException("entry " + entry.seq() + " is no JSON object"));
    }
  }

  static byte[] bytes(ObjectNode entry) {
    try {
      return JSON.writeValueAsBytes(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
