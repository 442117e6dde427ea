import Commands
import EventLog
import Incidents

/// What somebody takes over with the command, on one screen: how it stands, what runs, what was decided and what was
/// ruled out, and which promises are out.
enum HandoverBrief {
  static func lines(_ detail: IncidentDetail, width: Int, state: ScreenState) -> [StyledLine] {
    let offer = detail.offers.last { $0.role == .commander }
    let from = offer?.holder ?? offer?.offeredBy ?? "somebody"
    let left = offer.map { SpanWords.countdown(to: $0.dueAt, now: state.now) } ?? "-"
    let parts: [(String, [StyledLine])] = [
      ("Impact", FactLines.text(detail.impact, width, state)),
      ("Condition, actions, needs", FactLines.report(detail.report, width, state)),
      ("Clocks", FactLines.clocks(detail, state)),
      ("Tasks that are out", RoomPartLines.tasks(detail, width, state)),
      ("Decided", RoomPartLines.decisions(detail, width, state)),
      ("Hypotheses", RoomPartLines.hypotheses(detail, width, state)),
      ("Runbook", FactLines.runs(detail, width, state)),
      ("Follow from this", RoomPartLines.suspects(detail, width, state)),
      ("Rests until", rest(detail, state)),
      ("Last entries", last(detail, width, state)),
    ]
    let head = [
      StyledLine(" What you take over from \(from)", .title, .bold),
      StyledLine(" y takes the command, n declines, Tab shows the timeline; answer within \(left)", .warning),
    ]
    return head + parts.filter { !$0.1.isEmpty }.flatMap { [StyledLine(" " + $0.0, .tableHeading)] + $0.1 }
  }

  private static func rest(_ detail: IncidentDetail, _ state: ScreenState) -> [StyledLine] {
    guard let until = detail.row.snoozedUntil, until > state.now else { return [] }
    return [StyledLine(" " + ClockWords.near(until, now: state.now, offset: state.offset))]
  }

  private static func last(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.timeline.suffix(4).flatMap { row in
      StyledLine.wrapped(
        row.text, width: width,
        lead: StyledLine(" \(ClockWords.time(row.happenedAt, offset: state.offset)) ", .dim)
          + StyledLine(row.shortPerson(glyphs: state.glyphs) + " ", .person), indent: min(8, max(0, width - 8)),
        glyphs: state.glyphs)
    }
  }
}

extension ScreenState {
  /// The brief stands in the place of the timeline until it is answered or turned away.
  func showsBrief(of detail: IncidentDetail) -> Bool {
    !room.hidesBrief && room.knownAt == nil && detail.row.offeredTo != nil && detail.row.offeredTo == board?.header.user
  }
}
