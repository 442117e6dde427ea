import EventLog
import FoundationEssentials

/// A letter as a mail message (RFC 5322), for a program that reads the recipients out of it.
enum MailMessage {
  /// - Parameters:
  ///   - from: a bare address, or "Name <address>".
  ///   - now: the date that it bears.
  /// - Throws: where an address is none; a line end in one would add headers of its own.
  static func text(_ letter: Letter, from: String, now: Instant) throws(UnfitLetter) -> String {
    let content = letter.isDrill ? letter.content.markedAsDrill : letter.content
    let to = letter.recipient
    guard MailAddress.isPlain(to) else {
      throw UnfitLetter("\"\(ForeignWords.tamed(to, without: []))\" is no mail address.")
    }
    guard let sender = MailAddress.bare(from) else {
      throw UnfitLetter("The sender of this channel is no mail address.")
    }
    var body = content.text
    if let link = content.link { body += "\n\n" + link.oneLine }
    var lines = [
      "From: \(MailHeader.mailbox(from))", "To: \(to)", "Subject: \(MailHeader.encoded(content.title.oneLine))",
      "Date: \(date(now))", "Message-ID: <\(messageID(letter.key, sender))>",
      "Auto-Submitted: auto-generated", "X-Sitrep-Subject: \(MailHeader.encoded(content.subject.oneLine))",
      "MIME-Version: 1.0",
    ]
    if isPlain(body) {
      lines += ["Content-Type: text/plain; charset=us-ascii", "Content-Transfer-Encoding: 7bit", ""]
      lines += body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } else {
      lines += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", ""]
      lines += folded(Data((body + "\n").utf8).base64EncodedString())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a text can go as it is: ASCII without control characters, in lines that every server takes.
  private static func isPlain(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { line in
      line.utf8.count <= 900 && line.utf8.allSatisfy { (32..<127).contains($0) || $0 == 9 }
    }
  }

  private static func folded(_ text: String) -> [String] {
    var rest = text[...]
    var lines: [String] = []
    while !rest.isEmpty {
      lines.append(String(rest.prefix(76)))
      rest = rest.dropFirst(76)
    }
    return lines
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "Sat, 21 Nov 2026 03:31:00 +0000".
  private static func date(_ now: Instant) -> String {
    let time = CivilTime(now)
    return "\(days[time.weekday - 1]), \(time.day) \(months[time.month - 1]) \(time.year) "
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2)) +0000"
  }

  /// The same at every attempt, so that a mailbox can tell a repetition.
  private static func messageID(_ key: String, _ sender: String) -> String {
    let name = key.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
    return String(name) + "@" + (sender.split(separator: "@").last.map(String.init) ?? "localhost")
  }
}
