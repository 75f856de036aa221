package agency.steward.registration;

/** Examples for the API document. */
final class Examples {
  static final String OWN_KEY =
      """
      {"credential":{"mode":"own_key","api_key":"<a key of Instantly API v2>"},"name":"Acme",\
      "external_id":"crm-4711","labels":{"tier":"gold","region":"emea"}}\
      """;
  static final String CREDENTIAL = "{\"mode\":\"own_key\",\"api_key\":\"<a new key>\"}";
  static final String WORKSPACE =
      """
      {"id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","name":"Acme","instantly_name":"Acme Inc.",\
      "instantly_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01","external_id":"crm-4711",\
      "state":"active","conditions":[{"type":"CREDENTIAL","ok":true,"code":"OK",\
      "detail":"Instantly accepts the credential","since":"2026-11-24T12:00:00Z",\
      "checked_at":"2026-11-24T12:00:00Z"},{"type":"SCOPES","ok":true,"code":"OK",\
      "detail":"No scope was found missing","since":"2026-11-24T12:00:00Z",\
      "checked_at":"2026-11-24T12:00:00Z"},{"type":"PLAN","ok":true,"code":"OK",\
      "detail":"The workspace has an active paid plan","since":"2026-11-24T12:00:00Z",\
      "checked_at":"2026-11-24T12:00:00Z"}],"labels":{"region":"emea","tier":"gold"},\
      "credential":{"mode":"own_key","fingerprint":"sha256:9f86d081884c","version":1,\
      "stored_at":"2026-11-24T12:00:00Z"},"created_at":"2026-11-24T12:00:00Z",\
      "updated_at":"2026-11-24T12:00:00Z"}\
      """;
  static final String PAGE = "{\"items\":[" + WORKSPACE + "],\"total_size\":1}";
  static final String PATCH =
      "{\"name\":\"Acme EMEA\",\"labels\":{\"tier\":\"silver\",\"pilot\":null}}";
  static final String LABELS =
      "{\"selector\":\"region=emea\",\"set\":{\"owner\":\"ann\"},\"remove\":[\"pilot\"]}";
  static final String LABELLED =
      """
      {"matched":12,"changed":1,"workspace_ids":["0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01"]}\
      """;
  static final String IMPORT = "{\"labels\":{\"group\":\"acme\"}}";
  static final String IMPORTED =
      """
      {"registered":[{"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02",\
      "instantly_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a02","name":"Globex"}],\
      "existing":[],"skipped":[{"instantly_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a03",\
      "reason":"GROUP_LINK_NOT_ACCEPTED"}]}\
      """;
  static final String SUSPEND = "{\"reason\":\"The client has left\"}";

  private Examples() {}
}
