import EventLog
import TestSupport
import Testing

// The expected values were computed apart from this code, with nothing but Python's hashlib:
//
//   integer(n): 01, then n as eight bytes, two's complement, the highest first     NULL: 00
//   text(s):    02, then the length of the UTF-8 as eight bytes, then the UTF-8
//   payload_hash = SHA-256(salt + payload)
//   hash = SHA-256(previous
//     + text(node) + integer(sequence)                                             the id
//     + integer(milliseconds) + integer(counter) + text(node)                      the stamp
//     + text(stream) + text(incident) + text(kind) + integer(version)
//     + text(person) + text(login) + integer(uid) + text(host) + text(via) + text(assurance)
//     + integer(happenedAt) + text(precision) + text(zone) + integer(endedAt) + integer(recordedAt)
//     + text(cause) + text(occasion) + text(supersedes)
//     + integer(count of evidence) + text(item) for each + integer(drill: 0 or 1)
//     + payload_hash)
//
// `previous` is 32 bytes of zero for the first event of a node. Ids are written "node-sequence", times are
// milliseconds since 1970 in UTC.
@Suite("Hash chain")
struct ChainTests {
  static let bare = Event(
    id: EventID(node: "k3f9q2", sequence: 1), stamp: Stamp(milliseconds: 1_795_257_060_000, counter: 0, node: "k3f9q2"),
    stream: StreamID("incident", "7h2k"), kind: "incident.acknowledged",
    actor: Actor(person: "lea", via: "tty", assurance: .verified),
    happenedAt: Instant(milliseconds: 1_795_257_060_000), recordedAt: Instant(milliseconds: 1_795_257_060_000),
    payload: "{}")

  static let full = Event(
    id: EventID(node: "k3f9q2", sequence: 2), stamp: Stamp(milliseconds: 1_795_257_060_123, counter: 7, node: "k3f9q2"),
    stream: StreamID("incident", "7h2k"), incident: StreamID("incident", "7h2k"), kind: "timeline.noted", version: 2,
    actor: Actor(
      person: "Zoë", login: "zoe", uid: 1_000, host: "bastion", via: "ssh:192.0.2.7", assurance: .asserted),
    happenedAt: Instant(milliseconds: 1_795_256_700_000), precision: .minute, zone: "Europe/Berlin",
    endedAt: Instant(milliseconds: 1_795_256_760_000), recordedAt: Instant(milliseconds: 1_795_257_060_123),
    cause: EventID(node: "k3f9q2", sequence: 1), occasion: "incident:7h2k|update|1795257060000",
    supersedes: EventID(node: "m8x1a0", sequence: 41), evidence: ["sha256:00ff", "https://example.org/graph"],
    drill: true, payload: #"{"entry":"note","text":"naïve ☃"}"#)

  @Test("gives the values of the written recipe")
  func vectors() {
    let first = Chain.payloadHash(salt: Array(0..<16), payload: "{}")
    #expect(Chain.hexadecimal(first) == "b5c1f9361eb9fbedd3e628a72d1c8fef46544361fd79fa6781baf6d932b1c3f6")
    let link = Chain.hash(previous: Chain.origin, event: Self.bare, payloadHash: first)
    #expect(Chain.hexadecimal(link) == "40ff2a505bc797bf676be125c3279adedbf444c1b0eea52af752f3087995a2aa")
    let second = Chain.payloadHash(
      salt: Array(repeating: 0, count: 16), payload: #"{"entry":"note","text":"naïve ☃"}"#)
    #expect(Chain.hexadecimal(second) == "2ad300450563c76d98671c6038d1fa238995752622bd3e76bd50af6675a33a26")
    let next = Chain.hash(previous: link, event: Self.full, payloadHash: second)
    #expect(Chain.hexadecimal(next) == "5b6a37cbfd5736cd78d85af6456fcd42924dd694df253057aa233eb73d93543e")
    #expect(
      Chain.digest(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  static let changes: [(String, @Sendable (inout Event) -> Void)] = [
    ("node", { $0.id.node = "k3f9q3" }), ("sequence", { $0.id.sequence = 3 }),
    ("stamp milliseconds", { $0.stamp.milliseconds += 1 }), ("stamp counter", { $0.stamp.counter += 1 }),
    ("stamp node", { $0.stamp.node = "x" }), ("stream", { $0.stream = StreamID("incident", "7h2l") }),
    ("incident", { $0.incident = StreamID("incident", "7h2l") }), ("no incident", { $0.incident = nil }),
    ("kind", { $0.kind = "timeline.note" }), ("version", { $0.version = 3 }),
    ("person", { $0.actor.person = "Zoe" }), ("login", { $0.actor.login = nil }), ("uid", { $0.actor.uid = 0 }),
    ("host", { $0.actor.host = "" }), ("via", { $0.actor.via = "tty" }),
    ("assurance", { $0.actor.assurance = .verified }), ("happened", { $0.happenedAt = .at("10:00") }),
    ("precision", { $0.precision = .exact }), ("zone", { $0.zone = nil }), ("ended", { $0.endedAt = nil }),
    ("recorded", { $0.recordedAt = .at("10:00") }), ("cause", { $0.cause = nil }),
    ("occasion", { $0.occasion = "" }), ("supersedes", { $0.supersedes?.sequence = 42 }),
    ("evidence order", { $0.evidence.reverse() }), ("evidence joined", { $0.evidence = [$0.evidence.joined()] }),
    ("no evidence", { $0.evidence = [] }), ("drill", { $0.drill = false }),
    (
      "text moved between columns",
      {
        $0.actor.host = "bastionssh"; $0.actor.via = ":192.0.2.7"
      }
    ),
  ]

  @Test("changes with every column", arguments: changes.indices)
  func sensitivity(index: Int) {
    let hash = { (event: Event) in
      Chain.hash(previous: Chain.origin, event: event, payloadHash: Chain.payloadHash(salt: [1], payload: "{}"))
    }
    var changed = Self.full
    Self.changes[index].1(&changed)
    #expect(hash(changed) != hash(Self.full), "\(Self.changes[index].0)")
  }

  @Test("changes with what went before, the payload and the salt")
  func surroundings() {
    let payload = Chain.payloadHash(salt: [1], payload: "{}")
    let hash = Chain.hash(previous: Chain.origin, event: Self.full, payloadHash: payload)
    #expect(Chain.hash(previous: hash, event: Self.full, payloadHash: payload) != hash)
    #expect(Chain.hash(previous: Chain.origin, event: Self.full, payloadHash: hash) != hash)
    #expect(Chain.payloadHash(salt: [2], payload: "{}") != payload)
    #expect(Chain.payloadHash(salt: [1], payload: "{ }") != payload)
  }

  @Test("stands when a text is erased, because the payload's hash stays")
  func redaction() {
    let payload = Chain.payloadHash(salt: [1], payload: "{}")
    var erased = Self.full
    erased.payload = nil
    #expect(
      Chain.hash(previous: Chain.origin, event: erased, payloadHash: payload)
        == Chain.hash(previous: Chain.origin, event: Self.full, payloadHash: payload))
  }
}
