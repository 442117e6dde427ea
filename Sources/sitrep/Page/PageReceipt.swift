import ArgumentParser
import Commands
import EventLog
import Ledger

/// What is known of a page, way by way: what left, and what answered.
struct PageReceipt {
  var contact: Contact
  /// The number of the incident, as people say it; nil for a test.
  var incident: String?
  var isTest: Bool
  var letters: [OutboxLetter]

  /// Whether a channel took it.
  var hasLeft: Bool { letters.contains { $0.state == .delivered } }

  private var isOpen: Bool { letters.contains { [.waiting, .claimed, .unknown, .held].contains($0.state) } }

  var lines: [String] {
    var lines = letters.map { "\($0.letter.channel): \(Self.words($0))" }
    if hasLeft {
      lines.append(
        isTest
          ? "Whether it came to \(contact.name) is known once somebody types its code: "
            + "sitrep page --test \(contact.name) --code CODE"
          : "Whether \(contact.name) has seen it is known once they acknowledge it; else \(contact.dialWords).")
    } else if isOpen {
      lines.append("Whether \(contact.name) is paged is NOT known; \(contact.dialWords).")
    } else {
      lines.append(
        letters.isEmpty
          ? "\(contact.name) was NOT paged: no way leads there; \(contact.dialWords)."
          : "\(contact.name) was NOT paged; \(contact.dialWords).")
    }
    return lines
  }

  private static func words(_ letter: OutboxLetter) -> String {
    let reason = letter.reason.map { " " + $0 } ?? ""
    switch letter.state {
    case .delivered:
      let time = (letter.finishedAt ?? letter.writtenAt).rfc3339
      return "left at \(time), and was taken" + (letter.receipt.map { ": \($0)" } ?? "")
    case .failed: return "FAILED." + reason
    case .withdrawn: return "was withdrawn before it left:" + reason
    case .unknown: return "UNKNOWN whether it left." + reason
    case .held: return "held: no letter leaves this store before `sitrep db restore --release`."
    case .claimed: return "is being sent, and has not been answered yet."
    case .waiting:
      return letter.attempts > 0
        ? "not yet, after \(letter.attempts) attempt\(letter.attempts == 1 ? "" : "s"); it is tried again." + reason
        : "waits: nothing has sent it yet. `sitrep doctor` says who watches."
    }
  }

  /// - Throws: the exit code where it did not leave.
  func show(json: Bool) throws {
    if json { Output.json(value) } else { Output.lines(lines) }
    if !hasLeft { throw ExitCode(isOpen ? Trouble(.busy, "").exitCode : Trouble(.unavailable, "").exitCode) }
  }

  private var value: JSONValue {
    .object([
      "person": .string(contact.name), "incident": .text(incident), "test": .bool(isTest),
      "left": .bool(hasLeft), "dial": .text(contact.phone),
      "channels": .array(
        letters.map {
          .object([
            "channel": .string($0.letter.channel), "letter": .integer($0.id), "state": .string($0.state.rawValue),
            "at": .time($0.finishedAt), "answer": .text($0.receipt), "reason": .text($0.reason),
          ])
        }),
    ])
  }
}
