package agency.steward.local.seed;

import agency.steward.local.seed.Client.Member;
import agency.steward.local.seed.Client.Trouble;
import java.util.ArrayList;
import java.util.List;

/** The simulated agency: its 24 clients and who of its people works for which of them. */
final class Agency {
  /** The group's admin workspace; its companies follow it. */
  static final String GROUP = "northwind";

  private static final String CLIENTS =
      """
      Acme Robotics      acme      gold   emea NONE
      Aurora Solar       aurora    silver emea NONE
      Bluebird Coffee    bluebird  bronze amer NONE
      Cedar Furniture    cedar     silver amer NONE
      Delta Freight      delta     gold   apac NONE
      Ember Analytics    ember     silver emea LAPSED_PLAN
      Fjord Travel       fjord     bronze emea NONE
      Globex             globex    gold   amer NONE
      Harbor Legal       harbor    silver amer FEW_SCOPES
      Initech            initech   bronze amer NONE
      Juniper Health     juniper   gold   apac SLOW
      Kestrel Security   kestrel   silver apac REFUSED_KEY
      Lumen Books        lumen     bronze emea NONE
      Marlin Sports      marlin    silver amer NONE
      Northwind Group    northwind gold   emea NONE
      Northwind Benelux  northwind-benelux gold emea DELEGATED
      Northwind Iberia   northwind-iberia  gold emea DELEGATED
      Northwind Nordics  northwind-nordics gold emea DELEGATED
      Orchard Foods      orchard   silver amer NONE
      Pioneer Tools      pioneer   bronze apac NONE
      Quartz Design      quartz    silver emea NONE
      Redwood Homes      redwood   bronze amer NONE
      Summit Outdoor     summit    silver apac NONE
      Tidal Music        tidal     bronze emea NONE
      """;

  private Agency() {}

  /** In the order in which they are registered. */
  static List<Client> clients() {
    var clients = new ArrayList<Client>();
    for (String line : CLIENTS.lines().toList()) {
      clients.add(client(clients.size(), line.substring(0, 19).strip(), line.substring(19)));
    }
    return clients;
  }

  static List<Client> slowOnes() {
    return clients().stream().filter(each -> each.trouble() == Trouble.SLOW).toList();
  }

  private static Client client(int number, String name, String rest) {
    String[] words = rest.split(" +", -1);
    String code = words[0];
    String tier = words[1];
    String region = words[2];
    return new Client(
        name,
        code,
        code.split("-", -1)[0],
        tier,
        region,
        Trouble.valueOf(words[3]),
        members(number, code, tier, region));
  }

  private static List<Member> members(int number, String code, String tier, String region) {
    var members = new ArrayList<Member>();
    members.add(new Member("owner@" + code + ".example", "owner", true));
    members.add(new Member("ann@agency.example", "admin", true));
    if (number % 2 == 0) { // where Ben is no admin, Ann is the last one
      members.add(new Member("ben@agency.example", "admin", true));
    }
    if (!tier.equals("bronze")) {
      members.add(new Member("carla@agency.example", "editor", true));
    }
    if (!region.equals("amer")) {
      members.add(new Member("dilan@agency.example", "editor", true));
    }
    if (number % 4 == 1) { // the freelancer has not taken up every invitation
      members.add(new Member("finn@freelance.example", "view", number % 8 == 1));
    }
    members.add(new Member("marketing@" + code + ".example", "view", true));
    return members;
  }
}
