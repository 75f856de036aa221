package agency.steward.instantly;

import agency.steward.instantly.door.DelegatedCharge;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Steward reaches Instantly, and how many calls it makes there. */
@ConfigMapping(prefix = "steward.instantly")
interface InstantlyConfig {

  /** Where Instantly is; paths begin with {@code /api/v2} below it. */
  @WithDefault("https://api.instantly.ai")
  URI baseUrl();

  /** The User-Agent that is sent; Instantly's edge refuses some common ones (facts.md 1.1). */
  @WithDefault("steward/${quarkus.application.version}")
  String userAgent();

  /** How long opening a connection may take. */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /** How long one attempt may take; the caller's deadline may be shorter. */
  @WithDefault("PT30S")
  Duration readTimeout();

  /** How long an unused connection is kept. */
  @WithDefault("PT30S")
  Duration keepAlive();

  /** Most calls in flight at a time; without HTTP/2 each takes a connection. */
  @WithDefault("4096")
  int callsInFlight();

  /** How many more calls may wait to be sent before further ones are refused. */
  @WithDefault("8192")
  int waitingCalls();

  /** Most connections if HTTP/2 is offered; each carries many calls. */
  @WithDefault("32")
  int http2Connections();

  /** The largest answer that is read; a larger one counts as unusable. */
  @WithDefault("8M")
  MemorySize maxResponse();

  /**
   * Bytes that answers of more than 16 KB may take together while they come in. Where there is no
   * room the sender waits. Not set: a quarter of the heap.
   */
  Optional<MemorySize> bodies();

  /**
   * About how many bytes of memory lists of several pages may take together while they are read:
   * all for plans, all for reads of one workspace, and all for fleet reads. Where there is no room,
   * a list waits before its next page. Not set: a quarter of the heap.
   */
  Optional<MemorySize> lists();

  /** A list with more pages than this counts as one that never ends. */
  @WithDefault("1000")
  int maxPages();

  /** How long the proof that calls reach the right workspace is valid; a minute at most. */
  @WithDefault("PT60S")
  Duration identityMaxAge();

  /** Whose quota a call with {@code x-as-workspace} uses: both, admin or sub. */
  @WithDefault("both")
  DelegatedCharge delegatedCharge();

  Pace pace();

  Share share();

  Retry retry();

  /** How many calls one workspace allows (facts.md 2). */
  interface Pace {

    /** Most calls in any second. */
    @WithDefault("100")
    int perSecond();

    /** Most calls in any minute. */
    @WithDefault("6000")
    int perMinute();

    /**
     * By how much second and minute are stretched, because calls may overtake each other on their
     * way.
     */
    @WithDefault("PT0.02S")
    Duration guard();

    /** The longest guard; each 429 doubles the guard up to this. */
    @WithDefault("PT4S")
    Duration maxGuard();

    /** How long no 429 must come until the guard is halved again. */
    @WithDefault("PT30S")
    Duration recovery();
  }

  /** How replicas share the quota of a workspace (docs/decisions/shared-quota.md). */
  interface Share {

    /**
     * How often a replica writes a sign of life; five times as often while somebody waits for a
     * share.
     */
    @WithDefault("PT0.5S")
    Duration beat();

    /**
     * How long a replica keeps its shares while it cannot reach PostgreSQL; after that the others
     * get them.
     */
    @WithDefault("PT2.5S")
    Duration lease();

    /** How long it then goes on with a small part of them; after that it makes no calls. */
    @WithDefault("PT2M")
    Duration cutOff();

    /**
     * That part, from 0 to 1. The share of a dead replica on another machine is free as a whole
     * only after the cut-off.
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

    /** How many retries are allowed for each call, over all workspaces. */
    @WithDefault("0.1")
    double share();

    /** How many retries a second are allowed in any case. */
    @WithDefault("10")
    int floor();
  }
}
