import Commands
import EventLog

extension TimelineRow {
  /// Who wrote it in at most nine columns; a question mark where somebody only said who they are. The machines that
  /// write most have short names of their own.
  func shortPerson(glyphs: Glyphs) -> String {
    let name = assurance == .machine && person == "alertmanager" ? "alerts" : person
    return Sanitizer.clipped(name + (assurance == .asserted ? "?" : ""), to: 9, glyphs: glyphs)
  }
}
