import EventLog

/// Reads a time at the beginning of a text, as people write them.
struct StatedTimeReader {
  private let text: [Character]
  private var place = 0
  private var time = StatedTime()

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

  private mutating func read() -> StatedTime? {
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

  private func peek(_ offset: Int = 0) -> Character? {
    text.indices.contains(place + offset) ? text[place + offset] : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    place += 1
    return true
  }

  /// A whole word, whatever its case.
  private mutating func word(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= text.count, String(text[place..<end]).lowercased() == word,
      end == text.count || !text[end].isLetter
    else { return false }
    place = end
    return true
  }

  private mutating func skipMarks(alsoDashes: Bool = false) {
    while let next = peek(), next.isWhitespace || "*_`[](),|".contains(next) || alsoDashes && "-–—:".contains(next) {
      place += 1
    }
  }

  private mutating func approximate() -> Bool {
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
  private mutating func number(_ most: Int) -> (value: Int?, count: Int)? {
    let start = place
    while place < text.count, place - start < most, let digit = peek(), digit.isASCII, digit.isNumber { place += 1 }
    if place > start { return (Int(String(text[start..<place])), place - start) }
    guard let mark = peek(), "?xXHhmM-".contains(mark), peek(1) == mark else { return nil }
    place += 2
    time.isApproximate = true
    return (nil, 2)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private mutating func month() -> Int? {
    let start = place
    var end = place
    while end < text.count, text[end].isLetter { end += 1 }
    let name = String(text[start..<end]).lowercased()
    guard name.count >= 3 else { return nil }
    let found = Self.months.firstIndex { $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september" }
    guard let found else { return nil }
    place = end
    _ = take(".")
    return found + 1
  }

  private mutating func weekday() {
    let back = place
    for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    where word(day) || word(String(day.prefix(3))) {
      skipMarks()
      _ = word("the")
      skipMarks()
      return
    }
    place = back
  }

  /// A day in any of the usual ways; leaves everything as it was where there is none.
  private mutating func day() -> Bool {
    let back = place
    weekday()
    if isoDay() || writtenDay() { return true }
    place = back
    return false
  }

  private mutating func isoDay() -> Bool {
    let back = place
    let wasApproximate = time.isApproximate
    if let year = number(4), year.count == 4, let value = year.value, (1990...2100).contains(value),
      let mark = peek(), "-/.".contains(mark)
    {
      place += 1
      if let month = number(2), let number = month.value, (1...12).contains(number), take(mark), let day = self.number(2),
        day.value.map({ (1...CivilTime.days(in: number, of: value)).contains($0) }) ?? true
      {
        time.day = StatedTime.Day(year: value, month: number, day: day.value)
        return true
      }
    }
    place = back
    time.isApproximate = wasApproximate
    return false
  }

  /// "21 October 2015", "October 21st, 2015", "9th of June 2020".
  private mutating func writtenDay() -> Bool {
    let back = place
    var day: Int?
    if let first = peek(), first.isNumber {
      guard let number = number(2), let value = number.value, (1...31).contains(value), peek().map({ !$0.isNumber }) ?? true
      else {
        place = back
        return false
      }
      day = value
      ordinal()
      skipMarks()
      _ = word("of")
      skipMarks(alsoDashes: true)
    }
    guard let month = month() else {
      place = back
      return false
    }
    skipMarks(alsoDashes: true)
    if day == nil {
      let before = place
      if let number = number(2), let value = number.value, (1...31).contains(value), peek().map({ !$0.isNumber && $0 != ":" }) ?? true {
        day = value
        ordinal()
        skipMarks()
      } else {
        place = before
      }
    }
    let before = place
    if let year = number(4), year.count == 4, let value = year.value, (1990...2100).contains(value) {
      if let day, day > CivilTime.days(in: month, of: value) {
        place = back
        return false
      }
      time.day = StatedTime.Day(year: value, month: month, day: day)
      return true
    }
    place = before
    // A day without its year: what it is the day of is known from elsewhere.
    guard let day else {
      place = back
      return false
    }
    time.day = StatedTime.Day(year: 0, month: month, day: day)
    return true
  }

  private mutating func ordinal() {
    for ending in ["st", "nd", "rd", "th"] where word(ending) { return }
  }

  private mutating func clock() -> Bool {
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

  private mutating func skipBlanks() {
    while let next = peek(), next == " " || next == "\u{A0}" { place += 1 }
  }

  /// "14:54", "9:10:22", "2:51 PM", "1454" is none; "18:??" has no minutes, "--:--" nothing.
  private mutating func hourAndMinute() -> (hour: Int?, minute: Int?, second: Int?)? {
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
    if let mark = peek(), mark == ":" || mark == "h" || mark == "." && peek(1)?.isNumber == true && peek(2)?.isNumber == true {
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

  private func startsWith(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= text.count else { return false }
    return String(text[place..<end]).lowercased() == word && (end == text.count || !text[end].isLetter)
  }

  private mutating func readZone() {
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
