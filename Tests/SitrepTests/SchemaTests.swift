import EventLog
import Foundation
import Testing

/// What the program prints as JSON is what `docs/schema` says, field by field.
@Suite struct SchemaTests {
  private func expect(_ run: Finished, _ name: String, line: SourceLocation = #_sourceLocation) throws {
    let problems = try JSONSchema(named: name).problems(of: run.json())
    #expect(problems.isEmpty, "\(problems.prefix(5))", sourceLocation: line)
  }

  @Test func realOutputsFitTheirSchemas() throws {
    let sitrep = try Home()
    for name in ["incident-list", "key-list", "runbook-status"] {
      let words = name.split(separator: "-").map(String.init)
      try expect(try sitrep.run(words + ["--json"]), name)
    }
    for name in ["next", "db-verify", "db-stats"] {
      try expect(try sitrep.run(name.split(separator: "-").map(String.init) + ["--json"]), name)
    }
    let port = Loopback.freePort()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
    #expect(serve.waits(for: "listening"))
    let connection = try Loopback(port: port)
    #expect(connection.request("POST", "/api/v1/alertmanager", body: try AlertBody.firing("f1"))?.status == 200)
    #expect(serve.end() == 0)
    try expect(try sitrep("incident", "show", "1", "--json"), "incident-show")
    _ = try sitrep("ack")
    _ = try sitrep("incident", "role", "1", "commander", "lea")
    _ = try sitrep("incident", "can", "1", "--condition", "failing")
    _ = try sitrep("log", "roll back", "--kind", "decision", "--evidence", "https://ci.example/1")
    _ = try sitrep("runbook", "run", "high-error-rate", "-i", "1")
    let run = try #require(try sitrep("runbook", "status", "--json").json().array?.first?["id"]?.string)
    _ = try sitrep("runbook", "step", String(run.dropFirst(4)), "1", "--skip", "known")
    try sitrep.declare("Another", "SEV4")
    _ = try sitrep("key", "create", "prod", "--service", "checkout", "--rate", "60")
    _ = try sitrep("incident", "mitigate", "1")
    let id = try #require(try sitrep.shown()["timeline"]?.array?.last?["id"]?.string)
    try expect(try sitrep("incident", "list", "--json"), "incident-list")
    try expect(try sitrep("incident", "show", "1", "--json"), "incident-show")
    try expect(try sitrep("incident", "resolve", "1", "--verified-by", "x", "--json"), "incident-show")
    try expect(try sitrep("incident", "show", "2", "--json"), "incident-show")
    try expect(try sitrep("incident", "list", "--all", "--json"), "incident-list")
    try expect(try sitrep("next", "--json"), "next")
    try expect(try sitrep("runbook", "list", "--json"), "runbook-list")
    try expect(try sitrep("runbook", "show", "high-error-rate", "--json"), "runbook-show")
    try expect(try sitrep("runbook", "status", "--json"), "runbook-status")
    try expect(try sitrep("runbook", "status", String(run.dropFirst(4)), "--json"), "runbook-status")
    try expect(try sitrep("key", "list", "--json"), "key-list")
    try expect(try sitrep("db", "verify", "--json"), "db-verify")
    try expect(try sitrep("db", "stats", "--json"), "db-stats")
    try expect(try sitrep("postmortem", "export", "1", "--json"), "postmortem")
    try expect(try sitrep("postmortem", "draft", "2", "--json", "--names"), "postmortem")
    #expect(!id.isEmpty)
  }

  @Test func theRotasOutputsFitTheirs() throws {
    let sitrep = try Home()
    try expect(try sitrep("oncall", "who", "--json"), "oncall-who")
    try expect(try sitrep("oncall", "schedule", "--json"), "oncall-schedule")
    try sitrep.write(
      """
      people:
        mira: {}
        jonas: {}
      rotations:
        engineers: {role: primary, zone: Europe/Berlin, start: 2026-01-05, handoff: Monday 09:00, members: [mira, jonas]}

      """, to: "config/oncall.yaml")
    let config = ["--config", sitrep.folder + "/config", "--json"]
    try expect(try sitrep.run(config + ["oncall", "who"]), "oncall-who")
    try expect(try sitrep.run(config + ["oncall", "schedule"]), "oncall-schedule")
    try expect(try sitrep.run(config + ["--as", "mira", "oncall", "take"]), "oncall-record")
    try expect(
      try sitrep.run(config + ["oncall", "override", "replace", "mira", "jonas", "--to", "+2d"]), "oncall-record")
    try expect(try sitrep.run(config + ["oncall", "override", "leave", "jonas", "--to", "+1d"]), "oncall-record")
    try expect(try sitrep.run(config + ["--as", "mira", "oncall", "handoff", "--to", "jonas"]), "oncall-record")
    try expect(try sitrep.run(config + ["oncall", "override", "list"]), "oncall-record")
    try expect(try sitrep.run(config + ["oncall", "who"]), "oncall-who")
    try expect(try sitrep.run(config + ["oncall", "schedule"]), "oncall-schedule")
    try expect(try sitrep.run(config + ["oncall", "why", "+1h"]), "oncall-why")
    try expect(try sitrep.run(config + ["oncall", "handoff"]), "oncall-handoff")
    try expect(try sitrep.run(config + ["oncall", "gaps"]), "oncall-gaps")
    for verb in ["load", "pay"] { try expect(try sitrep.run(config + ["oncall", verb]), "oncall-report") }
  }

  @Test func aSchemaThatDoesNotFitIsNoticed() throws {
    let schema = try JSONSchema(named: "incident-list")
    #expect(!schema.problems(of: .object([:])).isEmpty)
    #expect(!schema.problems(of: .array([.object(["number": .string("1")])])).isEmpty)
    #expect(try JSONSchema(named: "next").problems(of: .null).isEmpty)
  }
}
