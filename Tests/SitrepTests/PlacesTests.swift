import EventLog
import Foundation
import Testing

/// Where the store and the configuration are looked for, and what stands where.
@Suite struct PlacesTests {
  private func paths(_ sitrep: Home, _ words: [String] = [], _ environment: [String: String], without: Set<String> = [])
    throws -> JSONValue
  {
    try sitrep.run(["config", "path", "--json"] + words, environment: environment, without: without).json()
  }

  private static let hasTeamStore =
    FileManager.default.fileExists(atPath: "/var/lib/sitrep") || FileManager.default.fileExists(atPath: "/etc/sitrep")

  @Test func theOptionGoesBeforeTheVariable() throws {
    let sitrep = try Home()
    let named = try paths(
      sitrep, ["--db", "/a.db", "--config", "/c"], ["SITREP_DB": "/b.db", "SITREP_CONFIG": "/d"])
    #expect(named["store"]?.string == "/a.db" && named["configuration"]?.string == "/c")
    let variables = try paths(sitrep, [], ["SITREP_DB": "/b.db", "SITREP_CONFIG": "/d"])
    #expect(variables["store"]?.string == "/b.db" && variables["configuration"]?.string == "/d")
  }

  @Test(.enabled(if: !hasTeamStore, "this host has a team store"))
  func otherwiseTheXDGFoldersOrThoseOfHome() throws {
    let sitrep = try Home()
    let data = sitrep.folder + "/data"
    let named = try paths(
      sitrep, [], ["XDG_DATA_HOME": data, "XDG_CONFIG_HOME": "/conf", "XDG_STATE_HOME": "/state"],
      without: ["SITREP_DB"])
    #expect(named["store"]?.string == data + "/sitrep/sitrep.db")
    #expect(named["configuration"]?.string == "/conf/sitrep" && named["exports"]?.string == "/state/sitrep/exports")
    let unset = try paths(
      sitrep, [],
      ["SITREP_DB": "", "SITREP_CONFIG": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""])
    #expect(unset["store"]?.string == sitrep.home + "/.local/share/sitrep/sitrep.db")
    #expect(unset["configuration"]?.string == sitrep.home + "/.config/sitrep")
    #expect(unset["state"]?.string == sitrep.home + "/.local/state/sitrep")
    let declared = try sitrep.run(
      ["incident", "declare", "--title", "T", "--severity", "SEV1"],
      environment: ["SITREP_DB": "", "XDG_DATA_HOME": ""])
    #expect(declared.code == 0 && sitrep.exists(sitrep.home + "/.local/share/sitrep/sitrep.db"))
  }

  @Test(.enabled(if: !hasTeamStore, "this host has a team store"))
  func withoutAHomeNothingIsGuessed() throws {
    let sitrep = try Home()
    for environment in [[:], ["HOME": ""], ["HOME": "relative"]] {
      let run = try sitrep.run(
        ["incident", "list"], environment: environment,
        without: Set(["SITREP_DB", "HOME"]).subtracting(environment.keys))
      #expect(run.code == 73 && run.complaint.contains("--db"), "\(environment): \(run)")
    }
    let named = try sitrep.run(
      ["incident", "declare", "--title", "T", "--severity", "SEV1"], without: ["HOME"])
    #expect(named.code == 0)
  }

  @Test func whatOneVerbWroteLiesInTheOneFileOnceItEnds() throws {
    let sitrep = try Home()
    try sitrep.declare()
    for words in [["log", "x"], ["log", "y", "--json"], ["incident", "list"], ["incident", "show", "1", "--json"]] {
      #expect(try sitrep.run(words).code == 0)
      #expect(sitrep.bytes(sitrep.store + "-wal").isEmpty, "\(words)")
    }
    let copy = sitrep.folder + "/copy.db"
    try sitrep.bytes(sitrep.store).write(to: URL(filePath: copy))
    let shown = try sitrep("--db", copy, "--read-only", "incident", "show", "1").output
    #expect(shown.contains(" x") && shown.contains(" y"))
  }

  @Test func aPersonsFilesAreTheirsAlone() throws {
    let sitrep = try Home()
    try sitrep.declare()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(sitrep.folder + "/store") == 0o700)
    #expect(try mode(sitrep.store) == 0o600)
  }

  @Test func aTeamsFolderMakesATeamStoreInWhichNamesAreKnownOrRefused() throws {
    let sitrep = try Home()
    let folder = sitrep.folder + "/team"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(chmod(folder, 0o2770) == 0)
    let config = sitrep.folder + "/config"
    let login = try sitrep("incident", "declare", "--title", "T", "--severity", "SEV1", "--json").json()["timeline"]?
      .array?.first?["actor"]?.string
    try sitrep.write("people:\n  mira:\n    logins: [\(login ?? "root")]\n", to: "config/oncall.yaml")
    let team = ["--db", folder + "/sitrep.db"]
    let unknown = try sitrep.run(team + ["incident", "declare", "--title", "T", "--severity", "SEV1"])
    #expect(unknown.code == 77 && !unknown.complaint.isEmpty)
    let declare = team + ["--config", config, "incident", "declare", "--title", "T", "--severity", "SEV1", "--json"]
    let known = try sitrep.run(declare)
    #expect(known.code == 0, "\(known)")
    let first = try known.json()["timeline"]?.array?.first
    #expect(first?["actor"]?.string == "mira" && first?["assurance"]?.string == "verified")
    #expect(try sitrep.run(declare + ["--as", "stranger"]).code == 77)
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/sitrep.db")[.posixPermissions] as? Int
    #expect(mode == 0o660)
  }

  @Test func globalOptionsStandBeforeOrAfterTheVerb() throws {
    let sitrep = try Home()
    let other = sitrep.folder + "/other.db"
    for words in [
      ["--db", other, "--as", "mira", "incident", "declare", "--title", "T", "--severity", "SEV1", "--json"],
      ["--json", "--db=" + other, "incident", "declare", "--title", "T", "--severity", "SEV1", "--as=mira"],
      ["incident", "declare", "--title", "T", "--severity", "SEV1", "--db", other, "--json", "--as", "mira"],
    ] {
      let run = try sitrep.run(words)
      #expect(run.code == 0)
      #expect(try run.json()["timeline"]?.array?.first?["actor"]?.string == "mira", "\(words)")
    }
    #expect(try sitrep("--db", other, "--json", "incident", "list").json().array?.count == 3)
    #expect(!sitrep.exists(sitrep.store))
    #expect(try sitrep("--db", other, "log", "-i", "1", "--", "--plain text").code == 0)
    #expect(try sitrep("--db", other, "incident", "show", "1").output.contains("--plain text"))
  }

  @Test func aConfigurationThatWasNamedHasToBeThere() throws {
    let sitrep = try Home()
    let run = try sitrep("--config", sitrep.folder + "/nowhere", "incident", "list")
    try sitrep.declare()
    let second = try sitrep("--config", sitrep.folder + "/nowhere", "incident", "list")
    #expect(run.code == 0 || run.code == 78)
    #expect(second.code == 78 && second.complaint.contains("nowhere"))
  }
}
