import Commands

/// All that the cells of one row depend on, but the size and the signs of the grid. Numbers alone, as it is compared for
/// each row of each frame.
enum RowReason: Equatable, Sendable {
  /// The header shows nothing that a key changes.
  case header(news: Int)
  case tabs(news: Int, root: RegisteredCommand.Place, place: RegisteredCommand.Place)
  case headings(news: Int, labelWidth: Int)
  /// An incident by its place in the list, which is the same list for as long as nothing is new.
  case incident(Int, news: Int, marks: IncidentMarks, labelWidth: Int)
  /// The commands that can run now, one bit for each that the footer may have at a place.
  case footer(RegisteredCommand.Place, runnable: UInt64)

  /// What keys change about an incident's row; that it is selected is laid over it.
  struct IncidentMarks: OptionSet, Sendable {
    let rawValue: UInt8
    static let marked = IncidentMarks(rawValue: 1)
    static let pending = IncidentMarks(rawValue: 2)
  }
}
