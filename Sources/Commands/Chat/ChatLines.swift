import EventLog
import Incidents

/// Lines as people copy them out of a chat: "[14:02] lea: text", "14:02 lea text", or a line "lea  2:02 PM" with the
/// words below it. What says no time goes on with the words before it.
struct ChatLines {
  let now: Instant
  let offset: Span

  private struct Found {
    var day: Day?
    var minutes: Int
    var seconds: Int?
    var person: String
    var text: String
  }

  private struct Day: Hashable {
    var year: Int
    var month: Int
    var day: Int
  }

  func parse(_ text: String) -> ChatTranscript {
    var found: [Found] = []
    var skipped = 0
    var day: Day?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let plain = trimmed(line)
      guard !plain.isEmpty else { continue }
      if let date = self.date(alone: plain) {
        day = date
      } else if let next = timeFirst(plain) ?? nameFirst(plain) {
        found.append(
          Found(
            day: next.day ?? day, minutes: next.minutes, seconds: next.seconds, person: next.person, text: next.text))
      } else if let last = found.indices.last {
        found[last].text += (found[last].text.isEmpty ? "" : " ") + plain
      } else {
        skipped += 1
      }
    }
    let spoken = found.filter { !$0.text.isEmpty }
    skipped += found.count - spoken.count
    return ChatTranscript(lines: dated(spoken), source: "chat", skipped: skipped)
  }

  /// Days for those that name none, from the last line back: each is the most recent time not after the next one.
  private func dated(_ found: [Found]) -> [ImportedLine] {
    var lines: [ImportedLine] = []
    var limit = now
    for line in found.reversed() {
      let at = instant(line, before: limit)
      limit = min(limit, at + .hours(1))
      lines.append(
        ImportedLine(
          at: at, precision: line.seconds == nil ? .minute : .exact, person: line.person, text: line.text))
    }
    return lines.reversed()
  }

  private func instant(_ line: Found, before limit: Instant) -> Instant {
    let today = CivilTime(limit, offset: offset)
    let day = line.day ?? Day(year: today.year, month: today.month, day: today.day)
    let reading = CivilTime(
      year: day.year, month: day.month, day: day.day, hour: line.minutes / 60, minute: line.minutes % 60)
    let at = reading.instantAsUTC - offset + .seconds(Int64(line.seconds ?? 0))
    return line.day == nil && at > limit ? at - .days(1) : at
  }

  /// "[14:02] lea: text", "14:02 lea text", "2026-11-21 14:02:10 <lea> text".
  private func timeFirst(_ line: String) -> Found? {
    var rest = line[...]
    let isBracketed = rest.first == "["
    if isBracketed { rest = rest.dropFirst() }
    var day: Day?
    if let first = rest.split(separator: " ", maxSplits: 1).first, let date = self.date(first) {
      day = date
      rest = rest[first.endIndex...].drop { $0 == " " || $0 == "," || $0 == "T" }
    }
    guard let (minutes, seconds, after) = time(rest) else { return nil }
    rest = after
    if isBracketed {
      guard rest.first == "]" else { return nil }
      rest = rest.dropFirst()
    }
    rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "-" || $0 == "–" }
    guard let (person, text) = speaker(rest) else { return nil }
    return Found(day: day, minutes: minutes, seconds: seconds, person: person, text: text)
  }

  /// "lea  2:02 PM" or "lea 14:02", and nothing behind it: the words stand below.
  private func nameFirst(_ line: String) -> Found? {
    for place in line.indices where line[place].isNumber && place > line.startIndex {
      guard line[line.index(before: place)] == " " || line[line.index(before: place)] == "[",
        let (minutes, seconds, rest) = time(line[place...]), rest.allSatisfy({ $0 == " " || $0 == "]" })
      else { continue }
      let name = trimmed(line[..<place].filter { $0 != "[" })
      // A sentence that happens to end in a time is no name.
      guard !name.isEmpty, name.split(separator: " ").count <= 3, name.count <= 40, name.last != ":" else { return nil }
      return Found(day: nil, minutes: minutes, seconds: seconds, person: name, text: "")
    }
    return nil
  }

  /// "lea: text", "<lea> text", or the first word as the name.
  private func speaker(_ text: Substring) -> (person: String, text: String)? {
    if text.first == "<", let end = text.firstIndex(of: ">") {
      return spoken(text[text.index(after: text.startIndex)..<end], text[text.index(after: end)...])
    }
    if let colon = text.firstIndex(of: ":"), text[..<colon].count <= 40,
      text[..<colon].split(separator: " ").count <= 3,
      text.index(after: colon) == text.endIndex || text[text.index(after: colon)] == " "
    {
      return spoken(text[..<colon], text[text.index(after: colon)...])
    }
    guard let blank = text.firstIndex(of: " ") else { return nil }
    return spoken(text[..<blank], text[blank...])
  }

  private func spoken(_ person: Substring, _ text: Substring) -> (person: String, text: String)? {
    let name = trimmed(person)
    return name.isEmpty || !name.contains(where: \.isLetter) ? nil : (name, trimmed(text))
  }

  /// "14:02", "14:02:10", "2:02 PM" at the beginning, and what follows.
  private func time(_ text: Substring) -> (minutes: Int, seconds: Int?, rest: Substring)? {
    guard let (hour, afterHour) = number(text), afterHour.first == ":",
      let (minute, afterMinute) = number(afterHour.dropFirst(), digits: 2), minute < 60
    else { return nil }
    var rest = afterMinute
    var seconds: Int?
    if rest.first == ":", let (second, after) = number(rest.dropFirst(), digits: 2), second < 60 {
      (seconds, rest) = (second, after)
    }
    let half = rest.drop { $0 == " " || $0 == "\u{202F}" || $0 == "\u{A0}" }
    let mark = half.prefix(2).uppercased()
    if mark == "AM" || mark == "PM", half.dropFirst(2).first?.isLetter != true {
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 * 60 + (mark == "PM" ? 720 : 0) + minute, seconds, half.dropFirst(2))
    }
    guard hour < 24, rest.first?.isNumber != true else { return nil }
    return (hour * 60 + minute, seconds, rest)
  }

  private func number(_ text: Substring, digits: Int? = nil) -> (Int, Substring)? {
    let digit = text.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digit), digit.count <= 2, digits.map({ digit.count == $0 }) ?? true else { return nil }
    return (value, text[digit.endIndex...])
  }

  /// "2026-11-21".
  private func date(_ word: some StringProtocol) -> Day? {
    let parts = word.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard word.count >= 10, parts.count == 3, (1970...9_999).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    return Day(year: parts[0], month: parts[1], day: parts[2])
  }

  /// A line that is a date and nothing else but strokes.
  private func date(alone line: String) -> Day? {
    let word = line.filter { !"=—–*#[] ".contains($0) }
    let bare = word.drop { $0 == "-" }.prefix(10)
    guard word.allSatisfy({ $0.isNumber || $0 == "-" }) else { return nil }
    return date(bare)
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    var part = Substring(text)
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
