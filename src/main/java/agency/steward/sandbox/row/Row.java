package agency.steward.sandbox.row;

import java.util.UUID;

/** Something with an id; ids are made in ascending order, which is the order of every list. */
public interface Row {
  UUID id();
}
