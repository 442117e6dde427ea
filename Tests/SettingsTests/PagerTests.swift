import Incidents
import Settings
import Testing

@Suite struct PagerTests {
  private func read(_ services: String, _ pagers: String) -> (configuration: Configuration, problems: [SettingsProblem])
  {
    let console = """
      delivery:
        channels:
          pd: { kind: pagerduty, key: env:PD_KEY }
          og: { kind: opsgenie, key: env:OG_KEY, endpoint: "https://api.eu.opsgenie.com/v2/alerts" }
        pagers: \(pagers)
      """
    return Configuration.read([
      InitialFile(name: "services.yaml", text: "services: {checkout: \(services)}"),
      InitialFile(name: "sitrep.yaml", text: console),
    ])
  }

  private static let both =
    "{duty: {kind: pagerduty, channel: pd, webhook: [env:NEW, \"file:/old\"], trigger: on}, genie: {kind: opsgenie, channel: og}}"

  @Test func theyAreReadWithTheirSecretsAndChannels() {
    let (configuration, problems) = read("{pager: external, external: genie}", Self.both)
    #expect(problems.isEmpty, "\(problems)")
    #expect(
      configuration.console.pagers == [
        PagerSetting(
          pager: ExternalPager(name: "duty", kind: .pagerduty, channel: "pd", isTriggered: true),
          secrets: [.environment("NEW"), .file("/old")]),
        PagerSetting(pager: ExternalPager(name: "genie", kind: .opsgenie, channel: "og")),
      ])
    #expect(configuration.service(named: "checkout")?.externalPager == "genie")
  }

  @Test func theOnlyOneIsMeantWhereNothingIsSaid() {
    let only = "{duty: {kind: pagerduty, channel: pd}}"
    #expect(read("{pager: external}", only).configuration.service(named: "checkout")?.externalPager == "duty")
    #expect(read("{pager: sitrep}", only).configuration.service(named: "checkout")?.externalPager == nil)
    let (configuration, problems) = read("{pager: external}", "{}")
    #expect(problems.isEmpty && configuration.service(named: "checkout")?.externalPager == nil)
  }

  @Test func ofSeveralOneHasToBeNamed() {
    let problems = read("{pager: external}", Self.both).problems
    #expect(problems.map { "\($0.file):\($0.line)" } == ["services.yaml:1"])
    #expect(problems.first?.message.contains("which other pager") == true)
    #expect(problems.first?.advice.contains("duty, genie") == true)
    let near = read("{pager: external, external: genei}", Self.both).problems
    #expect(near.first?.advice.contains("'genie'") == true, "\(near)")
  }

  @Test func aSecretThatStandsInTheFileIsNeverRepeated() {
    let problems = read("{pager: external}", "{duty: {kind: pagerduty, webhook: hunter2}}").problems
    #expect(problems.count == 1 && !"\(problems)".contains("hunter2"))
  }
}
