import EventLog

/// Reads a time at the beginning of a text, as people write them.
struct StatedTimeReader {
  let text: [Character]
  var place = 0
  var time = StatedTime()

  private init(_ text: some StringProtocol) { self.text = Array(text) }

  /// The time that a text begins with; nil where it begins with none.
  static func read(_ text: some StringProtocol) -> StatedTime? {
    var reader = StatedTimeReader(text)
    return reader.read()
  }

  /// The day that stands anywhere in a text, the first one.
  static func day(in text: some StringProtocol) -> StatedTime.Day? {
    let all = Array(text)
    for start in all.indices where start == 0 || !all[start - 1].isNumber && !all[start - 1].isLetter {
      guard all[start].isNumber || all[start].isLetter else { continue }
      var reader = StatedTimeReader(String(all[start...].prefix(40)))
      if reader.day(), let day = reader.time.day { return day }
    }
    return nil
  }

  mutating func read() -> StatedTime? {
    skipMarks()
    while approximate() { skipMarks() }
    let hasDay = day()
    if hasDay {
      skipMarks(alsoDashes: true)
      if take("T") || take("t") {} else if word("at") || word("um") { skipMarks() }
      while approximate() { skipMarks() }
    }
    let hasClock = clock()
    if !hasDay, hasClock {
      // "14:54 on 21 October 2015": the day may follow, and the zone stand before it.
      readZone()
      let back = place
      skipMarks(alsoDashes: false)
      _ = word("on")
      skipMarks()
      if !day() || time.day == nil { place = back }
    }
    if hasClock { readZone() }
    guard hasDay || hasClock else { return nil }
    skipMarks()
    if place < text.count, text[place] == "?" { place += 1 }
    time.length = min(place, text.count)
    return time
  }

  func peek(_ offset: Int = 0) -> Character? {
    text.indices.contains(place + offset) ? text[place + offset] : nil
  }

  mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    place += 1
    return true
  }

  /// A whole word, whatever its case.
  mutating func word(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= text.count, String(text[place..<end]).lowercased() == word,
      end == text.count || !text[end].isLetter
    else { return false }
    place = end
    return true
  }

  mutating func skipMarks(alsoDashes: Bool = false) {
    while let next = peek(), next.isWhitespace || "*_`[](),|".contains(next) || alsoDashes && "-–—:".contains(next) {
      place += 1
    }
  }

  mutating func approximate() -> Bool {
    for mark in ["~", "≈"] where peek() == Character(mark) {
      place += 1
      time.isApproximate = true
      return true
    }
    for name in ["approximately", "approx", "about", "around", "circa", "ca", "c", "roughly", "estimated", "est"] {
      let back = place
      if word(name) {
        if name == "c", peek() != "." {
          place = back
          continue
        }
        _ = take(".")
        time.isApproximate = true
        return true
      }
    }
    return false
  }

  /// One or more digits; "??", "xx" and "HH" stand for what is not known.
  mutating func number(_ most: Int) -> (value: Int?, count: Int)? {
    let start = place
    while place < text.count, place - start < most, let digit = peek(), digit.isASCII, digit.isNumber { place += 1 }
    if place > start { return (Int(String(text[start..<place])), place - start) }
    guard let mark = peek(), "?xXHhmM-".contains(mark), peek(1) == mark else { return nil }
    place += 2
    time.isApproximate = true
    return (nil, 2)
  }

  mutating func clock() -> Bool {
    let back = place
    let wasApproximate = time.isApproximate
    guard let first = hourAndMinute() else {
      place = back
      time.isApproximate = wasApproximate
      return false
    }
    (time.hour, time.minute, time.second) = (first.hour, first.minute, first.second)
    let end = place
    skipBlanks()
    if let dash = peek(), "-–—".contains(dash) {
      place += 1
      skipBlanks()
      if let last = hourAndMinute(), let hour = last.hour {
        (time.endHour, time.endMinute) = (hour, last.minute)
        return true
      }
    }
    place = end
    return first.hour != nil
  }

  mutating func skipBlanks() {
    while let next = peek(), next == " " || next == "\u{A0}" { place += 1 }
  }

  /// "14:54", "9:10:22", "2:51 PM", "1454" is none; "18:??" has no minutes, "--:--" nothing.
  mutating func hourAndMinute() -> (hour: Int?, minute: Int?, second: Int?)? {
    let back = place
    let wasApproximate = time.isApproximate
    guard let hour = number(2), hour.value.map({ $0 < 25 }) ?? true else {
      place = back
      time.isApproximate = wasApproximate
      return nil
    }
    var minute: Int?
    var second: Int?
    var isClock = false
    if let mark = peek(),
      mark == ":" || mark == "h" || mark == "." && peek(1)?.isNumber == true && peek(2)?.isNumber == true
    {
      let before = place
      place += 1
      if let found = number(2), found.count == 2, found.value.map({ $0 < 60 }) ?? true {
        minute = found.value
        isClock = true
        if take(":"), let found = number(2), let value = found.value, value < 61 {
          second = value
          if peek() == ".", peek(1)?.isNumber == true {
            place += 1
            while let next = peek(), next.isNumber { place += 1 }
          }
        }
      } else {
        place = before
      }
    }
    var value = hour.value
    let end = place
    skipBlanks()
    if let half = ["am", "pm", "a.m.", "p.m."].first(where: { startsWith($0) }) {
      place += half.count
      isClock = true
      if let read = value, read <= 12 { value = read % 12 + (half.hasPrefix("p") ? 12 : 0) }
    } else {
      place = end
    }
    guard isClock, value.map({ $0 < 24 }) ?? true else {
      place = back
      time.isApproximate = wasApproximate
      return nil
    }
    return (value, minute, second)
  }

  func startsWith(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= text.count else { return false }
    return String(text[place..<end]).lowercased() == word && (end == text.count || !text[end].isLetter)
  }

  mutating func readZone() {
    guard time.zone == nil else { return }
    let back = place
    skipBlanks()
    _ = take("(")
    let start = place
    if let mark = peek(), mark == "Z", peek(1).map({ !$0.isLetter }) ?? true {
      place += 1
      time.zone = "UTC"
      return
    }
    if let sign = peek(), sign == "+" || sign == "-" || sign == "−", let digit = peek(1), digit.isNumber {
      place += 1
      while let next = peek(), next.isNumber || next == ":" { place += 1 }
      time.zone = String(text[start..<place])
      return
    }
    while let next = peek(), next.isLetter || next == "/" || next == "_" { place += 1 }
    var name = String(text[start..<place])
    if ["UTC", "GMT"].contains(name), let sign = peek(), sign == "+" || sign == "-", peek(1)?.isNumber == true {
      let from = place
      place += 1
      while let next = peek(), next.isNumber || next == ":" { place += 1 }
      name += String(text[from..<place])
    }
    if ZoneName.isKnown(name) {
      time.zone = name
      _ = take(")")
    } else {
      place = back
    }
  }
}
