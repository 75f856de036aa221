package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** facts.md 1.3 and 4.4. */
class ApiKeysTest {
  private final Instantly instantly = Box.SHARED.workspace("{}");

  private Reply create(String name) {
    return instantly.post("api-keys", "{'name':'%s','scopes':['all:read']}".formatted(name));
  }

  @Test
  void theSecretIsAnsweredAtCreationAndWorks() {
    Reply created = create("reader");

    assertThat(created.text("key")).hasSize(68);
    assertThat(created.text("organization_id")).isEqualTo(instantly.workspace());
    assertThat(instantly.with(created.text("key")).get("workspace-members").status())
        .isEqualTo(200);
  }

  @Test
  void theListAndTheDeleteAnswerCarryTheLiveSecret() {
    Reply created = create("reader");

    assertThat(instantly.get("api-keys").items("key"))
        .containsExactly(instantly.key(), created.text("key"));
    assertThat(instantly.delete("api-keys/" + created.text("id")).text("key"))
        .isEqualTo(created.text("key"));
  }

  @Test
  void theyMayMaskTheSecretInstead() {
    Reply created = create("reader");
    instantly.behave("'key_values':'masked'");

    assertThat(instantly.get("api-keys").items("key")).allMatch(key -> key.endsWith("****"));
    assertThat(instantly.delete("api-keys/" + created.text("id")).text("key")).endsWith("****");
    assertThat(create("next").text("key")).hasSize(68);
  }

  @Test
  void orTheyLeaveItOut() {
    Instantly lenient = instantly.lenient();
    Reply created = create("reader");
    lenient.behave("'key_values':'absent'");

    assertThat(lenient.get("api-keys").json().at("/items/0").has("key")).isFalse();
    assertThat(lenient.delete("api-keys/" + created.text("id")).json().has("key")).isFalse();
  }

  @Test
  void aDeletedKeyIs401AtOnce() {
    Reply created = create("reader");

    instantly.delete("api-keys/" + created.text("id"));

    assertThat(instantly.with(created.text("key")).get("workspace-members").message())
        .isEqualTo("Invalid authorization header");
  }

  @Test
  void aKeyMayDeleteItself() {
    String own = instantly.get("api-keys").items("id").getFirst();

    assertThat(instantly.delete("api-keys/" + own).status()).isEqualTo(200);
    assertThat(instantly.get("api-keys").status()).isEqualTo(401);
  }

  @Test
  void aKeyMayMintAKeyWithMoreScopesThanItsOwn() {
    Reply minted =
        Box.SHARED
            .scoped("api_keys:create")
            .post("api-keys", "{'name':'all','scopes':['all:all']}");

    assertThat(minted.status()).isEqualTo(200);
    assertThat(instantly.with(minted.text("key")).get("campaigns").status()).isEqualTo(200);
  }

  @Test
  void twoKeysMayHaveOneName() {
    assertThat(create("same").text("id")).isNotEqualTo(create("same").text("id"));
  }

  @Test
  void scopesAreOfTheHundredAndSeventyEight() {
    assertThat(instantly.post("api-keys", "{'name':'n','scopes':['leads:fly']}").message())
        .isEqualTo("body/scopes/0 must be equal to one of the allowed values");
    assertThat(
            instantly
                .post("api-keys", "{'name':'n','scopes':['supersearch_enrichments:read']}")
                .status())
        .isEqualTo(400);
    assertThat(
            instantly.post("api-keys", "{'name':'n','scopes':['background-jobs:read']}").status())
        .isEqualTo(200);
  }

  @Test
  void aKeyMayHaveNoScopes() {
    assertThat(instantly.post("api-keys", "{'name':'n','scopes':[]}").status()).isEqualTo(200);
  }

  @Test
  void nameAndScopesAreRequired() {
    assertThat(instantly.post("api-keys", "{'scopes':[]}").message())
        .isEqualTo("body must have required property 'name'");
    assertThat(instantly.post("api-keys", "{'name':'n'}").message())
        .isEqualTo("body must have required property 'scopes'");
  }

  @Test
  void aKeyCanNeitherBeReadByIdNorChanged() {
    String id = create("reader").text("id");

    assertThat(instantly.lenient().get("api-keys/" + id).status()).isEqualTo(404);
    assertThat(instantly.lenient().patch("api-keys/" + id, "{'name':'x'}").status()).isEqualTo(404);
  }

  @Test
  void removingAMemberLeavesTheKeys() {
    String eve = instantly.invite("eve@c.example", "admin");
    create("of eve");

    instantly.delete("workspace-members/" + eve);

    assertThat(instantly.get("api-keys").items("name")).contains("of eve");
  }
}
