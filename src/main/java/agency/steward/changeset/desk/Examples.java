package agency.steward.changeset.desk;

/** What the API's description shows. */
final class Examples {
  static final String NEW =
      """
      {"kind":"remove","targets":{"selector":"tier=gold"},\
      "spec":{"emails":["bob@agency.example"]},"reason":"Bob leaves"}\
      """;
  static final String CSV =
      """
      workspace,email,role
      acme,bob@agency.example,editor
      """;
  private static final String HEAD =
      """
      {"id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01","kind":"remove",\
      """;
  private static final String BODY =
      """
      "reason":"Bob leaves","created_by":"sub:ann@agency.example",\
      "created_at":"2026-11-24T12:00:00Z","approvals":[],"required_approvals":0,\
      "counts":{"total":1,"by_action":{"remove":1},"by_result":{"pending":1}},\
      "guard":{"verdict":"clear","violations":[]},\
      "coverage":{"total":1,"ok":1,"failed":0,"skipped":0},\
      "estimate":{"upstream_calls":3,"seconds":1}\
      """;
  static final String PLANNED =
      HEAD
          + """
          "state":"planned","digest":"sha256:0f3b…","expires_at":"2026-11-25T12:00:00Z",\
          "planned_at":"2026-11-24T12:00:00Z",\
          """
          + BODY
          + "}";
  static final String PLANNING = HEAD + "\"state\":\"planning\"," + BODY + "}";
  static final String RUNNING =
      HEAD
          + """
          "state":"running","digest":"sha256:0f3b…","expires_at":"2026-11-25T12:00:00Z",\
          "planned_at":"2026-11-24T12:00:00Z","started_at":"2026-11-24T12:10:00Z",\
          """
          + BODY
          + "}";
  static final String PREVIEW =
      """
      {"kind":"remove","digest":"sha256:0f3b…","reason":"Bob leaves","required_approvals":0,\
      "counts":{"total":1,"by_action":{"remove":1},"by_result":{"pending":1}},\
      "guard":{"verdict":"clear","violations":[]},\
      "coverage":{"total":1,"ok":1,"failed":0,"skipped":0},"changes":[]}\
      """;

  private Examples() {}
}
