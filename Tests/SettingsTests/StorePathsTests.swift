import Settings
import Testing

@Suite struct StorePathsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var options: (database: String?, configuration: String?) = (nil, nil)
    var environment: [String: String]
    var folders: Set<String> = []
    var expected: StorePaths

    var testDescription: String { name }
  }

  private static func paths(
    _ database: String, _ configuration: String?, chosen: Bool = false, state: String = "/home/m/.local/state/sitrep"
  ) -> StorePaths {
    StorePaths(
      database: database, configuration: configuration, isConfigurationChosen: chosen, state: state,
      exports: state + "/exports")
  }

  private static let home = ["HOME": "/home/m"]
  private static let own = "/home/m/.local/share/sitrep/sitrep.db"
  private static let ownConfiguration = "/home/m/.config/sitrep"

  static let cases = [
    Case(name: "home alone", environment: home, expected: paths(own, ownConfiguration)),
    Case(
      name: "option before all", options: ("x.db", "conf"),
      environment: ["HOME": "/home/m", "SITREP_DB": "/y.db", "SITREP_CONFIG": "/c"], folders: ["/var/lib/sitrep"],
      expected: paths("x.db", "conf", chosen: true)),
    Case(
      name: "variable before team", environment: ["HOME": "/home/m", "SITREP_DB": "/y.db", "SITREP_CONFIG": "/c"],
      folders: ["/var/lib/sitrep", "/etc/sitrep"], expected: paths("/y.db", "/c", chosen: true)),
    Case(
      name: "team before home", environment: home, folders: ["/var/lib/sitrep", "/etc/sitrep"],
      expected: paths("/var/lib/sitrep/sitrep.db", "/etc/sitrep")),
    Case(
      name: "team store without team configuration", environment: home, folders: ["/var/lib/sitrep"],
      expected: paths("/var/lib/sitrep/sitrep.db", ownConfiguration)),
    Case(
      name: "empty variables are unset",
      environment: [
        "HOME": "/home/m", "SITREP_DB": "", "SITREP_CONFIG": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "",
        "XDG_STATE_HOME": "",
      ], expected: paths(own, ownConfiguration)),
    Case(
      name: "XDG folders",
      environment: [
        "HOME": "/home/m", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c/", "XDG_STATE_HOME": "/s",
      ], expected: paths("/d/sitrep/sitrep.db", "/c/sitrep", state: "/s/sitrep")),
    Case(
      name: "XDG folders that are not absolute do not count",
      environment: ["HOME": "/home/m", "XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "./c", "XDG_STATE_HOME": "s"],
      expected: paths(own, ownConfiguration)),
    Case(
      name: "no home, team store", environment: [:], folders: ["/var/lib/sitrep", "/etc/sitrep"],
      expected: paths("/var/lib/sitrep/sitrep.db", "/etc/sitrep", state: "/var/lib/sitrep")),
    Case(
      name: "no home, named file", options: ("/tmp/x.db", nil), environment: [:],
      expected: paths("/tmp/x.db", nil, state: "/tmp")),
    Case(
      name: "no home, named file here", options: ("x.db", nil), environment: ["HOME": ""],
      expected: paths("x.db", nil, state: ".")),
    Case(
      name: "no home, XDG data", environment: ["XDG_DATA_HOME": "/d"],
      expected: paths("/d/sitrep/sitrep.db", nil, state: "/d/sitrep")),
  ]

  @Test(arguments: cases)
  func resolves(_ example: Case) throws {
    let found = try StorePaths.resolve(
      database: example.options.database, configuration: example.options.configuration,
      environment: example.environment, folderExists: example.folders.contains)
    #expect(found == example.expected)
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "relative"], ["SITREP_DB": "", "XDG_DATA_HOME": ""]])
  func saysPlainlyThatThereIsNoPlace(environment: [String: String]) {
    let trouble = #expect(throws: StorePathsTrouble.self) {
      try StorePaths.resolve(environment: environment, folderExists: { _ in false })
    }
    #expect(trouble?.message.contains("--db FILE") == true)
  }
}
