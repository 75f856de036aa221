package agency.steward.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What people see first when access on Instantly does not work, and which code says it here. */
record Symptoms(String seen, List<ProblemCode> codes, String todo) {

  private static final List<Symptoms> ALL =
      List.of(
          new Symptoms(
              "\"I am not a workspace admin\": you may not change members, keys, tags or groups here",
              List.of(ProblemCode.FORBIDDEN),
              "`detail` names the right and the roles and profiles that have it;"
                  + " `GET /v1/access-check` says what you hold and what falls short"),
          new Symptoms(
              "the same, but your own role is enough: the workspace's key lacks a scope",
              List.of(ProblemCode.CREDENTIAL_SCOPE_MISSING),
              "`required` lists the scopes; exchange the key for one with them"),
          new Symptoms(
              "you may invite, mint or link, but not this much",
              List.of(ProblemCode.PRIVILEGE_CEILING),
              "`errors` names the field that is above your own rights; ask an `agency-admin`"),
          new Symptoms(
              "the key you work with cannot be revoked",
              List.of(ProblemCode.KEY_IN_USE_BY_STEWARD, ProblemCode.KEY_IN_USE_UNPROVEN),
              "exchange Steward's own key first; where its id is not known, an `agency-admin`"
                  + " decides with `?unproven=allow`"),
          new Symptoms(
              "a tag id is of the wrong form, or nothing has it",
              List.of(ProblemCode.VALIDATION_FAILED, ProblemCode.NOT_FOUND_IN_WORKSPACE),
              "`errors` names the id and its form; Instantly itself answers a wrong one with an"
                  + " empty list, so Steward looks before it asks"),
          new Symptoms(
              "a filter by tag gives nothing",
              List.of(),
              "no error: no tag of the workspace has this label, and Steward never answers"
                  + " unfiltered; `GET …/tags` lists those there are"),
          new Symptoms(
              "audit logs are empty",
              List.of(ProblemCode.PLAN_FEATURE_REQUIRED, ProblemCode.WORKSPACE_PLAN_INACTIVE),
              "those codes where Instantly says that it is for lack of a plan; an empty answer has"
                  + " `steward.empty_because`: `no_match` (widen the filter) or `unknown` (Instantly"
                  + " does not say; what was done through Steward is in `GET /v1/ledger`)"));

  static String section() {
    return ALL.stream()
        .map(each -> "| %s | %s | %s |".formatted(each.seen(), said(each.codes()), each.todo()))
        .collect(
            Collectors.joining(
                "\n",
                "\n## From symptom to code\n\n| what you see | code | what to do |\n|---|---|---|\n",
                "\n"));
  }

  private static String said(List<ProblemCode> codes) {
    return codes.isEmpty()
        ? "–"
        : codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
  }
}
