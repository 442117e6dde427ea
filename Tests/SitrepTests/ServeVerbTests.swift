import EventLog
import Foundation
import Testing

@Suite struct ServeVerbTests {
  @Test func anAlertThatArrivesIsAnIncidentForEveryVerb() throws {
    let sitrep = try Home()
    let port = Loopback.freePort()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
    #expect(serve.waits(for: "listening on http://127.0.0.1:\(port)"))
    let connection = try Loopback(port: port)
    let body = try AlertBody.firing("f1")
    for _ in 1...200 { #expect(connection.request("POST", "/api/v1/alertmanager", body: body)?.status == 200) }
    let list = try #require(try sitrep("incident", "list", "--json").json().array)
    #expect(list.count == 1 && list[0]["severity_confirmed"] == .bool(false) && list[0]["alerts_firing"]?.integer == 1)
    #expect(try sitrep("ack").code == 0)
    #expect(connection.request("GET", "/healthz")?.status == 200)
    #expect(connection.request("GET", "/readyz")?.status == 200)
    #expect(connection.request("GET", "/metrics")?.body.contains("sitrep_") == true)
    let status = try #require(connection.request("GET", "/status.json")?.body)
    #expect(status.contains("\"heads\""))
    let bad = connection.request("POST", "/api/v1/alertmanager", body: "{\"version\":4")
    #expect(bad?.status == 400)
    #expect(serve.end() == 0)
    let lines = serve.complaint.split(separator: "\n")
    #expect(lines.count == 2 && lines.last?.contains("refused") == true, "\(lines)")
    #expect(try sitrep("doctor").output.contains("alertmanager last heard"))
  }

  @Test func aPortOfTheSystemsChoiceIsPrinted() throws {
    let sitrep = try Home()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:0")
    #expect(serve.waits(for: "listening on http://127.0.0.1:"))
    let said = serve.complaint.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber }
    let port = try #require(said.flatMap { Int($0) })
    #expect(port > 0)
    #expect(try Loopback(port: port).request("GET", "/healthz")?.status == 200)
    #expect(serve.end() == 0)
  }

  @Test func interruptEndsItInOrderToo() throws {
    let sitrep = try Home()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(Loopback.freePort())")
    #expect(serve.waits(for: "listening"))
    #expect(serve.end(SIGINT) == 0)
    #expect(!sitrep.exists(sitrep.store + "-wal") || sitrep.bytes(sitrep.store + "-wal").isEmpty)
  }

  @Test func anAddressThatOthersReachWantsAKey() throws {
    let sitrep = try Home()
    let port = Loopback.freePort()
    let without = try sitrep("serve", "--listen", "0.0.0.0:\(port)")
    #expect(without.code == 77 || without.code == 78 || without.code == 1, "\(without)")
    #expect(without.complaint.contains("key"))
    _ = try sitrep("key", "create", "prod")
    let serve = try sitrep.start("serve", "--listen", "0.0.0.0:\(port)")
    #expect(serve.waits(for: "listening"))
    #expect(try Loopback(port: port).request("POST", "/api/v1/alertmanager", body: "{}")?.status == 401)
    #expect(serve.end() == 0)
  }
}
