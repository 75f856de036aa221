package agency.steward.web;

import java.util.Optional;

/**
 * The page that is asked for.
 *
 * @param size how many items at most; a list reads one more to know whether it goes on
 * @param after the position of the last item of the page before, as the list wrote it; empty for
 *     the first page
 * @param list which list this is, to whom, with which filters: what the next token is bound to
 */
public record PageRequest(int size, Optional<String> after, String list) {}
