import EventLog
import OnCall
import Settings
import Testing

@Suite struct IdentityTests {
  static let team = Rota(
    people: [
      Person(name: "mira", logins: ["mm", "root-mira"], roles: ["redaction"]), Person(name: "jonas", logins: ["jonas"]),
    ], rotations: [])

  private func observed(_ login: String?) -> ObservedLogin {
    ObservedLogin(login: login, uid: 1000, host: "ops1", sshConnection: nil, isTerminal: true)
  }

  static let actors: [(login: String?, claimed: String?, store: StoreKind, person: String, assurance: Assurance)] = [
    ("mm", nil, .personal, "mira", .verified),
    ("mm", nil, .team, "mira", .verified),
    ("mm", "", .team, "mira", .verified),
    ("mm", "mira", .team, "mira", .verified),
    ("mm", "mm", .team, "mira", .verified),
    ("mm", "jonas", .team, "jonas", .asserted),
    ("mm", "jonas", .personal, "jonas", .asserted),
    ("guest", "mira", .team, "mira", .asserted),
    ("guest", "mm", .team, "mira", .asserted),
    ("guest", nil, .personal, "guest", .verified),
    ("guest", "guest", .personal, "guest", .verified),
    ("guest", "stranger", .personal, "stranger", .asserted),
    ("mm", "stranger", .personal, "stranger", .asserted),
    (nil, nil, .personal, "uid-1000", .asserted),
    (nil, "mira", .team, "mira", .asserted),
    (nil, "Zoë Ä", .personal, "Zoë Ä", .asserted),
  ]

  @Test(arguments: actors)
  func actor(login: String?, claimed: String?, store: StoreKind, person: String, assurance: Assurance) throws {
    let actor = try Identity.actor(observed: observed(login), claimed: claimed, store: store, team: Self.team)
    #expect(
      actor == Actor(person: person, login: login, uid: 1000, host: "ops1", via: "tty", assurance: assurance))
  }

  static let refusals: [(login: String?, claimed: String?, store: StoreKind, expected: IdentityRefusal)] = [
    ("guest", nil, .team, .unknownLogin("guest")),
    (nil, nil, .team, .unknownLogin("uid-1000")),
    ("mm", "stranger", .team, .unknownName("stranger", nearest: nil)),
    ("mm", "joans", .team, .unknownName("joans", nearest: "jonas")),
    ("mm", " ", .personal, .notAName),
    ("mm", "a\nb", .personal, .notAName),
    ("mm", "a\u{1B}[31m", .personal, .notAName),
    ("mm", "a\u{202E}b", .personal, .notAName),
    ("mm", String(repeating: "x", count: 65), .personal, .notAName),
  ]

  @Test(arguments: refusals)
  func refusal(login: String?, claimed: String?, store: StoreKind, expected: IdentityRefusal) {
    #expect(throws: expected) {
      try Identity.actor(observed: observed(login), claimed: claimed, store: store, team: Self.team)
    }
    #expect(expected.sentence.hasSuffix(".") || expected.sentence.hasSuffix("?"))
    #expect(expected.sentence.contains("--as"))
  }

  static let connections: [(connection: String?, isTerminal: Bool, expected: String)] = [
    ("203.0.113.7 52144 10.0.0.1 22", true, "ssh:203.0.113.7"), ("2001:db8::7 52144 22", false, "ssh:2001:db8::7"),
    ("", true, "tty"), (" ", false, "cli"), (nil, true, "tty"), (nil, false, "cli"),
  ]

  @Test(arguments: connections)
  func via(connection: String?, isTerminal: Bool, expected: String) {
    let observed = ObservedLogin(login: "m", uid: 1, host: nil, sshConnection: connection, isTerminal: isTerminal)
    #expect(observed.via == expected)
  }

  @Test(arguments: [
    (0o2770, StoreKind.team), (0o2775, .team), (0o700, .personal), (0o770, .personal), (0o2750, .personal),
    (0o1777, .personal), (0o042770, .team),
  ])
  func kindOfStore(mode: Int, expected: StoreKind) {
    #expect(StoreKind(folderMode: mode) == expected)
  }

  @Test func rights() throws {
    let mira = try Identity.actor(observed: observed("mm"), store: .team, team: Self.team)
    let jonas = try Identity.actor(observed: observed("jonas"), store: .team, team: Self.team)
    let said = try Identity.actor(observed: observed("jonas"), claimed: "mira", store: .team, team: Self.team)
    func may(_ actor: Actor, _ role: PersonRole = .redaction, _ store: StoreKind = .team, owner: Int? = 1000) -> Bool {
      Rights(store: store, fileOwner: owner, team: Self.team).may(role, actor)
    }
    #expect(may(mira))
    #expect(!may(mira, .keys))
    #expect(!may(jonas))
    #expect(!may(said))
    #expect(may(said, .redaction, .personal))
    #expect(!may(said, .redaction, .personal, owner: 0))
    #expect(!may(jonas, .redaction, .personal, owner: nil))
    let rights = Rights(store: .team, fileOwner: nil, team: Self.team)
    #expect(rights.refusal(of: .redaction, to: jonas).contains("mira may do it"))
    #expect(rights.refusal(of: .redaction, to: said).contains("only said"))
    #expect(rights.refusal(of: .keys, to: mira).contains("roles in oncall.yaml"))
  }
}
