import EventLog
import Foundation
import Testing

/// Keys, configuration, doctor.
@Suite struct UpkeepVerbTests {
  @Test func aKeyIsShownOnceAndKeptAsAHash() throws {
    let sitrep = try Home()
    #expect(try sitrep("key", "create", "prod", "--service", "checkout", "--rate", "60").code == 0)
    let secret = try #require(try sitrep("key", "create", "test", "--json").json()["key"]?.string)
    #expect(secret.count >= 20)
    #expect(sitrep.bytes(sitrep.store).range(of: Data(secret.utf8)) == nil)
    let keys = try #require(try sitrep("key", "list", "--json").json().array)
    #expect(keys.map { $0["name"]?.string } == ["prod", "test"])
    #expect(keys[0]["rate"]?.integer == 60 && keys[1]["rate"] == .null && keys[1]["last_used_at"] == .null)
    #expect(try sitrep("key", "create", "prod").code != 0)
    #expect(try sitrep("key", "revoke", "prod").code == 0)
    #expect(try sitrep("key", "list").output.contains("revoked"))
    #expect(try !sitrep("key", "list", "--json").output.contains(secret))
    #expect(try sitrep("key", "revoke", "prod").code == 0)
    #expect(try sitrep("key", "revoke", "none").code == 66)
  }

  @Test func theConfigurationIsWrittenCheckedAndLeftAlone() throws {
    let sitrep = try Home()
    let config = ["--config", sitrep.folder + "/config"]
    let first = try sitrep.run(config + ["config", "init"])
    #expect(first.code == 0 && first.output.contains("oncall.yaml written"))
    #expect(try sitrep.run(config + ["config", "check"]).output.contains("all right"))
    #expect(try sitrep.run(config + ["config", "check", "--json"]).json().array == [])
    let second = try sitrep.run(config + ["config", "init"])
    #expect(second.code == 0 && second.output.contains("left alone") && !second.output.contains(" written"))
    try sitrep.write("peple:\n", to: "config/oncall.yaml")
    let check = try sitrep.run(config + ["config", "check"])
    #expect(check.code == 78 && check.output.contains("oncall.yaml:1") && check.output.contains("people"))
    #expect(try sitrep("config", "check", "--json").json().array == [])
  }

  @Test func doctorSaysWhatIsMissingAndHowToPutItRight() throws {
    let sitrep = try Home()
    let fresh = try sitrep("doctor")
    #expect(fresh.code == 0 && fresh.output.contains("webhook_configs") && fresh.output.contains("wakes nobody"))
    #expect(!sitrep.exists(sitrep.folder + "/store"))
    try sitrep.declare()
    let parts = try #require(try sitrep("doctor", "--json").json().array)
    let names = Set(parts.compactMap { $0["part"]?.string })
    #expect(names.isSuperset(of: ["store", "configuration", "terminal", "source"]))
  }
}
