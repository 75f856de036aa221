package agency.steward.instantly.send;

import java.time.Duration;

/**
 * When to send again.
 *
 * @param most retries of one call
 * @param base the longest pause before the first retry; doubles for each further one
 * @param cap the longest pause of all
 * @param share how many retries there may be for each call, over all workspaces
 * @param floor how many retries a second there may be whatever the share
 * @param readTimeout how long one try may take
 */
public record RetryRules(
    int most, Duration base, Duration cap, double share, int floor, Duration readTimeout) {}
