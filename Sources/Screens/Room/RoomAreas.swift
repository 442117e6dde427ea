import Commands

/// How an incident's room is divided: two lines about the incident, its timeline, and the facts beside it where there
/// is room for both, else on a page of their own.
struct RoomAreas {
  /// The row that says that this is the past; of no height now.
  var past: Region
  var title: Region
  var timeline: Region
  /// Where the brief of an offered command stands in the place of both.
  var brief: Region
  /// Of no width where only one of the two is seen.
  var facts: Region

  init(_ state: ScreenState, _ region: Region) {
    var rest = region
    past = rest.takeTop(state.room.knownAt == nil ? 0 : 1)
    title = rest.takeTop(region.height >= 8 ? 3 : region.height >= 5 ? 2 : region.height >= 3 ? 1 : 0)
    timeline = rest
    facts = rest
    brief = rest
    brief.width = max(1, region.width - 1)
    if state.room.showsFacts {
      timeline.width = 0
    } else if region.width >= RoomView.sideBySide {
      let width = min(48, region.width * 2 / 5)
      timeline.width = region.width - width - 1
      facts.column = timeline.width + 1
      facts.width = width
    } else {
      facts.width = 0
    }
  }
}
