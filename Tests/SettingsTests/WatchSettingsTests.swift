import EventLog
import Settings
import Testing

@Suite struct WatchSettingsTests {
  private func read(_ text: String) -> (watch: WatchSettings, problems: [SettingsProblem]) {
    let read = Configuration.read([InitialFile(name: "sitrep.yaml", text: text)])
    return (read.configuration.console.watch, read.problems)
  }

  @Test func itSaysWhoHearsAndWhoIsHeard() {
    let (watch, problems) = read(
      """
      watch: { ping: file:/etc/sitrep/secrets/switch, ping_every: 2m, lease: 30s }
      sources: { Watchdog: 10m, alertmanager: 5h }
      """)
    #expect(problems.isEmpty, "\(problems)")
    #expect(
      watch
        == WatchSettings(
          ping: .file("/etc/sitrep/secrets/switch"), pingEvery: .minutes(2), lease: .seconds(30),
          heardEvery: ["Watchdog": .minutes(10), "alertmanager": .hours(5)]))
    #expect(read("zone: UTC").watch == WatchSettings())
  }

  @Test(
    arguments: [
      ("watch: { ping: 'https://hc.example/secret' }", "where its secret is kept"),
      ("watch: { ping_every: 1s }", "too short"), ("watch: { lease: 1h }", "too long"),
      ("watch: { pings: env:X }", "unknown key 'pings'"), ("sources: { Watchdog: often }", "no length of time"),
      ("sources: { Watchdog: 30s }", "too short"),
    ])
  func whatIsWrongIsNamed(_ text: String, _ words: String) {
    let problems = read(text).problems
    #expect(problems.count == 1 && problems[0].message.contains(words), "\(problems)")
    #expect(!problems.contains { $0.description.contains("hc.example") })
  }
}
