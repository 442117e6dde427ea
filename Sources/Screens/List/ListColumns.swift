/// Where the columns of the incident list stand at a width; the less urgent ones go first where it is narrow.
struct ListColumns: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var start: Int
    /// With the gap to the next one; 0 where it is left away.
    var width: Int

    var isShown: Bool { width > 0 }
    /// What a text may fill.
    var room: Int { max(0, width - 1) }
  }

  var marker: Column
  var number: Column
  var severity: Column
  var state: Column
  var next: Column
  var recovery: Column
  var service: Column
  var title: Column

  /// - Parameters:
  ///   - labelWidth: the columns of the longest number.
  ///   - hasRecovery: whether anything is to be said about recovery times; where there is little room, an empty column
  ///     leaves it to the titles.
  ///   - hasService: the same for services.
  init(width: Int, labelWidth: Int = 2, hasRecovery: Bool = true, hasService: Bool = true) {
    var widths: [Int] =
      switch width {
      case 120...: [3, 4, 7, 20, 14, 8, 14]
      case 96...: [3, 4, 7, 20, 14, 8, 10]
      case 76...: [3, 3, 6, 14, 13, 7, 9]
      case 60...: [3, 4, 7, 14, 14, 0, 0]
      case 38...: [2, 4, 6, 10, 0, 0, 0]
      case 22...: [2, 4, 6, 0, 0, 0, 0]
      default: [1, 4, 6, 0, 0, 0, 0]
      }
    if width < 96 {
      if !hasRecovery { widths[5] = 0 }
      if !hasService { widths[6] = 0 }
    }
    var start = 0
    var columns: [Column] = []
    for (place, width) in widths.enumerated() {
      let full = place == 1 ? max(width, labelWidth + (widths[1] > 3 && widths[0] > 2 ? 2 : 1)) : width
      columns.append(Column(start: start, width: full))
      start += full
    }
    marker = columns[0]
    number = columns[1]
    severity = columns[2]
    state = columns[3]
    next = columns[4]
    recovery = columns[5]
    service = columns[6]
    title = Column(start: start, width: max(0, width - start))
  }
}
