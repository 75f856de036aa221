package agency.steward.fleet.answer;

/** What features show in the description of the API. */
public final class Examples {
  /** One workspace failed, one was skipped. */
  public static final String COVERAGE =
      """
      {"total":412,"ok":410,"failed":1,"skipped":1,\
      "failures":[{"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02","workspace_name":"Globex",\
      "code":"UPSTREAM_TIMEOUT","detail":"Instantly did not answer for this workspace within PT10S",\
      "retryable":true}],\
      "skipped_workspaces":[{"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a03",\
      "workspace_name":"Initech","code":"WORKSPACE_PLAN_INACTIVE","since":"2026-11-01T00:00:00Z"}],\
      "as_of":"2026-11-24T12:00:00Z"}\
      """;

  private Examples() {}
}
