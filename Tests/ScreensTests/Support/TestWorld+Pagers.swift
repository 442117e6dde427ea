import Commands
import EventLog

@testable import Screens

extension TestWorld {
  /// An afternoon on which another pager wakes people: of one incident it has said something, of the other nothing.
  static func otherPager() throws -> TestWorld {
    var world = try afternoon()
    world.header.wakesNobody = false
    let told = PagerRow(name: "pagerduty", word: "escalated to jon", at: IncidentStory.at("14:28"))
    for place in world.rows.indices {
      let pager = place == 2 ? told : PagerRow(name: "pagerduty")
      world.rows[place].pager = pager
      world.details[world.rows[place].id]?.row.pager = pager
    }
    return world
  }
}
