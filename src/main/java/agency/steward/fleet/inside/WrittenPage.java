package agency.steward.fleet.inside;

/**
 * A page of a list as it goes out.
 *
 * @param json what an answer's body is
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares pages
public record WrittenPage(byte[] json) {}
