import EventLog

extension StatedTimeReader {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  mutating func month() -> Int? {
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

  mutating func weekday() {
    let back = place
    for day in CivilTime.fullWeekdays
    where word(day) || word(String(day.prefix(3))) {
      skipMarks()
      _ = word("the")
      skipMarks()
      return
    }
    place = back
  }

  /// A day in any of the usual ways; leaves everything as it was where there is none.
  mutating func day() -> Bool {
    let back = place
    weekday()
    if isoDay() || writtenDay() { return true }
    place = back
    return false
  }

  mutating func isoDay() -> Bool {
    let back = place
    let wasApproximate = time.isApproximate
    if let year = number(4), year.count == 4, let value = year.value, (1990...2100).contains(value),
      let mark = peek(), "-/.".contains(mark)
    {
      place += 1
      if let month = number(2), let number = month.value, (1...12).contains(number), take(mark),
        let day = self.number(2),
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
  mutating func writtenDay() -> Bool {
    let back = place
    var day: Int?
    if let first = peek(), first.isNumber {
      guard let number = number(2), let value = number.value, (1...31).contains(value),
        peek().map({ !$0.isNumber }) ?? true
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
      if let number = number(2), let value = number.value, (1...31).contains(value),
        peek().map({ !$0.isNumber && $0 != ":" }) ?? true
      {
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

  mutating func ordinal() {
    for ending in ["st", "nd", "rd", "th"] where word(ending) { return }
  }
}
