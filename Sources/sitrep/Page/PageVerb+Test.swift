import Commands
import Desk
import EventLog
import Glibc
import Ledger
import OnCall
import Settings

extension PageVerb {
  /// A letter of its own on each of the person's ways, each with a code that only it holds.
  func tryOut(_ contact: Contact, _ session: Session, _ patience: Span) throws {
    let ways = session.configuration.pageWays[contact.name] ?? []
    guard !ways.isEmpty else {
      throw Trouble(
        .unavailable,
        "Nothing reaches \(contact.name): name channels for them under 'delivery' and 'pages' in sitrep.yaml. "
          + "Until then \(contact.dialWords).")
    }
    Output.complain(
      "this rings \(contact.name) by \(contact.channels.joined(separator: ", ")), for a test; nothing has happened.")
    guard try Confirmation.given(confirm, target: contact.name) else {
      throw Trouble(.unconfirmed, "Nothing was sent: repeat it with --confirm \(contact.name).")
    }
    let tests = ways.map { PageTest(person: contact.name, channel: $0.channel, code: Self.freshCode()) }
    let actor = session.actor
    let isDrill = session.desk.configuration.isDrill
    try troubled {
      try session.desk.ledger.writeAndWait { transaction in
        for (test, way) in zip(tests, ways) {
          try transaction.post(test.letter(by: way, askedBy: actor.person, isDrill: isDrill))
        }
        let asked = PageTestAsked(person: contact.name, channels: ways.map(\.channel))
        _ = try transaction.append(
          [Draft(asked, stream: PageTest.stream, happenedAt: transaction.now, drill: isDrill)], actor: actor)
      }
    }
    let letters = try LetterReceipts(session, role: "page").wait(for: tests.map(\.key), within: patience)
    let receipt = PageReceipt(contact: contact, incident: nil, isTest: true, letters: letters)
    if !options.json, isatty(0) == 1, isatty(2) == 1, receipt.hasLeft {
      Output.lines(receipt.lines)
      Output.complain("type the code that arrived, or nothing where none did.")
      if let typed = readLine(strippingNewline: true), !typed.isEmpty {
        return try confirmed(contact, typed, session)
      }
    }
    try receipt.show(json: options.json)
  }

  /// Puts on record that the letter with this code was read.
  func confirmed(_ contact: Contact, _ code: String, _ session: Session) throws {
    let typed = code.filter { !$0.isWhitespace }
    let letters = try troubled {
      try session.desk.ledger.read {
        try $0.letters([.delivered, .unknown, .claimed, .waiting, .failed], limit: 10_000)
      }
    }
    let test = letters.lazy.compactMap { PageTest(key: $0.letter.key) }
      .first { $0.person == contact.name && $0.code == typed }
    guard let test else {
      throw Trouble(.refused, "No test of \(contact.name) has the code \(typed): nothing is confirmed by it.")
    }
    let actor = session.actor
    try troubled {
      try session.desk.ledger.writeAndWait { transaction in
        let confirmed = PageTestConfirmed(person: test.person, channel: test.channel)
        _ = try transaction.append(
          [Draft(confirmed, stream: PageTest.stream, happenedAt: transaction.now)], actor: actor)
      }
    }
    if options.json {
      Output.json(
        .object(["person": .string(test.person), "channel": .string(test.channel), "confirmed": .bool(true)]))
    } else {
      Output.line("\(test.channel): its code came back, so pages come to \(test.person) on this way.")
    }
  }

  /// Four digits.
  private static func freshCode() -> String {
    let bytes = SystemRandom.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return String(1_000 + bytes % 9_000)
  }
}
