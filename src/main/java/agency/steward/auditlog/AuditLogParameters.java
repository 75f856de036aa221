package agency.steward.auditlog;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of audit logs, in one workspace and over the fleet (contract 3). */
public class AuditLogParameters {

  @Parameter(
      description =
          "One activity: its name as in activity, or Instantly's number; a number that Steward does"
              + " not know yet is asked for as it is",
      example = "api_key_created")
  @QueryParam("activity_type")
  Optional<String> activityType = Optional.empty();

  @Parameter(description = "As Instantly searches its log")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  @Parameter(
      description =
          "Nothing before this moment, or this day in UTC. Over the fleet, a day before end_date if"
              + " it is left out",
      example = "2026-11-24")
  @QueryParam(Span.START)
  Optional<String> startDate = Optional.empty();

  @Parameter(
      description = "Only what is before this moment, or not after this day in UTC",
      example = "2026-11-24T18:00:00Z")
  @QueryParam(Span.END)
  Optional<String> endDate = Optional.empty();

  AuditLogFilter filter(Instant now) {
    return new AuditLogFilter(
        activityType.map(text -> Activity.numberOf("activity_type", text)),
        search.filter(text -> !text.isBlank()),
        Span.of(startDate, endDate),
        now);
  }

  /** The same for many workspaces at once: never without a span. */
  AuditLogFilter fleetFilter(Instant now) {
    AuditLogFilter filter = filter(now);
    return new AuditLogFilter(filter.activity(), filter.search(), filter.span().bounded(now), now);
  }
}
