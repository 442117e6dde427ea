import Commands
import EventLog

extension TimelineRow {
  /// Who wrote it in a few columns; a question mark where somebody only said who they are, which stays when the name is
  /// cut. The machine that writes most has a short name of its own.
  func shortPerson(glyphs: Glyphs) -> String {
    let name = assurance == .machine && person.hasPrefix("alertmanager") ? "alerts" : person
    guard assurance == .asserted else { return Sanitizer.clipped(name, to: ActorColumn.most, glyphs: glyphs) }
    return Sanitizer.clipped(name, to: ActorColumn.most - 1, glyphs: glyphs) + "?"
  }

  /// What kind of entry it is, in a column of nine; the longest common word has a shorter one that reads as well.
  func shownLabel(glyphs: Glyphs) -> String {
    let word = label == "observation" ? "observed" : label
    return Sanitizer.clipped(word, to: 9, glyphs: glyphs).padding(to: 9)
  }
}
