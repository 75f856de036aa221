package agency.steward.changeset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a one-row write is answered once it is done.
 *
 * @param location the path of what was created
 */
public record Answer(int status, Optional<String> location, Optional<ObjectNode> body) {

  public static Answer ok(ObjectNode body) {
    return new Answer(200, Optional.empty(), Optional.of(body));
  }

  public static Answer created(String location, ObjectNode body) {
    return new Answer(201, Optional.of(location), Optional.of(body));
  }

  public static Answer gone() {
    return new Answer(204, Optional.empty(), Optional.empty());
  }
}
