package import Commands
import OnCall

extension Desk {
  /// The shifts as an iCalendar document; the same name for the same shift in every export.
  /// - Parameters:
  ///   - person: one person's shifts alone; everybody's where nil.
  ///   - role: one role's alone, by its name.
  /// - Throws: trouble with the store, or a role that there is not.
  package func calendar(person: String? = nil, role: String? = nil) throws(Trouble) -> String {
    let duty = role.flatMap(DutyRole.init)
    guard role == nil || duty != nil else {
      throw Trouble(.badInput, "There is no role \"\(role ?? "")\": primary, secondary or commander.")
    }
    let (schedule, record) = try rota()
    return CalendarText.export(schedule, record, at: clock(), person: person, role: duty)
  }
}
