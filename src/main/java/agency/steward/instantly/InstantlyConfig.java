package agency.steward.instantly;

import agency.steward.instantly.door.DelegatedCharge;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How Steward reaches Instantly and how hard it leans on it. */
@ConfigMapping(prefix = "steward.instantly")
interface InstantlyConfig {

  /** Where Instantly is; paths begin with {@code /api/v2} below it. */
  @WithDefault("https://api.instantly.ai")
  URI baseUrl();

  /** Instantly's edge refuses some default agents (facts.md 1.1). */
  @WithDefault("steward/${quarkus.application.version}")
  String userAgent();

  /** How long a connection may take to come about. */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /** How long one try may take; the caller's deadline may be shorter. */
  @WithDefault("PT30S")
  Duration readTimeout();

  /** How long an unused connection is kept. */
  @WithDefault("PT30S")
  Duration keepAlive();

  /** Most calls at a time; without HTTP/2 each takes a connection. */
  @WithDefault("4096")
  int callsInFlight();

  /** How many more calls may wait for that before calls are refused. */
  @WithDefault("8192")
  int waitingCalls();

  /** Most connections where HTTP/2 is offered; each carries many calls. */
  @WithDefault("32")
  int http2Connections();

  /** A larger answer is not read to its end. */
  @WithDefault("8M")
  MemorySize maxResponse();

  /** A list of more pages is taken for one that does not end. */
  @WithDefault("1000")
  int maxPages();

  /** For how long a proof that calls reach the right workspace counts, a minute at most. */
  @WithDefault("PT60S")
  Duration identityMaxAge();

  /** Whose quota a call with {@code x-as-workspace} uses: both, admin or sub. */
  @WithDefault("both")
  DelegatedCharge delegatedCharge();

  Pace pace();

  Share share();

  Retry retry();

  /** What one workspace stands (facts.md 2). */
  interface Pace {

    /** Most calls in any second. */
    @WithDefault("100")
    int perSecond();

    /** Most calls in any minute. */
    @WithDefault("6000")
    int perMinute();

    /** By how much second and minute are stretched, for calls that overtake each other. */
    @WithDefault("PT0.02S")
    Duration guard();

    /** A 429 doubles the guard up to this. */
    @WithDefault("PT4S")
    Duration maxGuard();

    /** How long without a 429 until the guard is halved again. */
    @WithDefault("PT30S")
    Duration recovery();
  }

  /** How replicas share what a workspace stands (docs/decisions/shared-quota.md). */
  interface Share {

    /** How often each is heard of; five times as often while somebody waits for a share. */
    @WithDefault("PT0.5S")
    Duration beat();

    /** How long its shares last when it cannot reach PostgreSQL; then the others have them. */
    @WithDefault("PT2.5S")
    Duration lease();

    /** How long it goes on with a part of them nevertheless; then it calls nothing. */
    @WithDefault("PT2M")
    Duration cutOff();

    /**
     * Which part, from 0 to 1. What a dead replica of another machine had comes back whole only
     * after the cut-off.
     */
    @WithDefault("0.1")
    double cutOffPart();
  }

  /** When a call is sent again. */
  interface Retry {

    /** Most retries of one read. */
    @WithDefault("2")
    int most();

    /** The longest pause before the first retry; doubles for each further one. */
    @WithDefault("PT0.2S")
    Duration base();

    /** The longest pause of all. */
    @WithDefault("PT5S")
    Duration cap();

    /** Retries for each call, over all workspaces. */
    @WithDefault("0.1")
    double share();

    /** Retries a second that are allowed whatever the share. */
    @WithDefault("10")
    int floor();
  }
}
