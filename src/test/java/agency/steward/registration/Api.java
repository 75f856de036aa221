package agency.steward.registration;

import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.Asking;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Steward's API as callers with different roles use it. */
final class Api {
  static final String WORKSPACES = "/v1/workspaces";

  private Api() {}

  static RequestSpecification admin() {
    return as("ann", "agency-admin");
  }

  static RequestSpecification automation() {
    return as("bot", "agency-automation");
  }

  static RequestSpecification auditor() {
    return as("eve", "agency-auditor");
  }

  /** Somebody who holds no fleet role. */
  static RequestSpecification nobody() {
    return as("zoe");
  }

  static RequestSpecification as(String subject, String... groups) {
    return Asking.as(subject, groups);
  }

  static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status));
  }
}
