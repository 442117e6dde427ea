import Commands
import EventLog
import Incidents
import Review

/// What people do together in a room, as lines of its facts: tasks with their countdown, decisions, hypotheses, and
/// the incidents that hang together.
enum RoomPartLines {
  /// Open tasks first, the next to come back on top; of those that are over, the newest few.
  static func tasks(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    let open = detail.openTasks
    let over = detail.tasks.filter { $0.state == .done }.suffix(2)
    return open.flatMap { task -> [StyledLine] in
      let isLate = task.dueAt.map { $0 < state.now } ?? false
      let left = task.dueAt.map { SpanWords.countdown(to: $0, now: state.now) + (isLate ? " !" : "") } ?? "-"
      let role: StyleRole =
        isLate ? .danger : task.dueAt.map { $0 - state.now <= .minutes(5) } == true ? .warning : .normal
      let said = task.state == .given ? " (not yet understood)" : ""
      return StyledLine.wrapped(
        task.text + said, width: width,
        lead: StyledLine(" " + left.padding(to: 6), role) + StyledLine(task.person + " ", .person),
        indent: min(8, max(0, width - 8)), glyphs: state.glyphs)
    }
      + over.flatMap { task in
        StyledLine.wrapped(
          "\(task.person) \(task.text)" + (task.note.map { ": \($0)" } ?? ""), Style(.dim), width: width,
          lead: StyledLine(" done  ", .dim), indent: 7, glyphs: state.glyphs)
      }
  }

  static func decisions(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.decisions.filter { $0.state != .dropped }.suffix(4).flatMap { decision -> [StyledLine] in
      let isOpen = decision.state == .proposed
      let left = decision.dueAt.map { SpanWords.countdown(to: $0, now: state.now) } ?? ""
      let lead =
        isOpen
        ? StyledLine(" " + left.padding(to: 6), .warning)
        : StyledLine(" " + ClockWords.time(decision.settledAt ?? decision.at, offset: state.offset) + " ", .dim)
      let lines = StyledLine.wrapped(
        decision.text + (isOpen ? "? objections until then" : ""), width: width, lead: lead, indent: 7,
        glyphs: state.glyphs)
      return lines
        + decision.objections.flatMap { objection in
          StyledLine.wrapped(
            "\(objection.role?.rawValue ?? objection.person) objects: \(objection.text)", Style(.warning),
            width: width, lead: StyledLine("       "), indent: 7, glyphs: state.glyphs)
        }
    }
  }

  static func hypotheses(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    let order: [Hypothesis.State] = [.confirmed, .open, .ruledOut]
    return order.flatMap { kind in detail.hypotheses.filter { $0.state == kind } }.flatMap { hypothesis in
      let (mark, role): (String, StyleRole) =
        switch hypothesis.state {
        case .confirmed: (" yes ", .good)
        case .open: (" ?   ", .warning)
        case .ruledOut: (" no  ", .dim)
        }
      return StyledLine.wrapped(
        hypothesis.text + (hypothesis.evidence.map { ": \($0)" } ?? ""),
        Style(hypothesis.state == .ruledOut ? .dim : .normal), width: width, lead: StyledLine(mark, role, .bold),
        indent: 5, glyphs: state.glyphs)
    }
  }

  static func suspects(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.suspects.flatMap { row in
      StyledLine.wrapped(
        row.title, width: width, lead: StyledLine(" #\(row.label) ", row.severity.role, .bold), indent: 1,
        glyphs: state.glyphs)
    }
  }

  static func children(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.children.flatMap { child in
      StyledLine.wrapped(
        child.title, Style(.dim), width: width, lead: StyledLine(" #\(child.number) ", .dim), indent: 1,
        glyphs: state.glyphs)
    }
  }

  /// How far its post-mortem is, and what is left to do of it; nothing while it burns.
  static func postMortem(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    guard !detail.row.status.isOpen, let row = detail.postMortem else { return [] }
    let owner = row.owner.map { ", \($0)" } ?? ""
    let due = row.due.flatMap { $0.isOpen ? ", due \(DeadlineWords.time($0, now: state.now))" : nil } ?? ""
    var lines = StyledLine.wrapped(
      row.stageWords + owner + due, Style(row.isReviewOverdue(at: state.now) ? .danger : .normal), width: width,
      lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
    for item in row.openActions.prefix(3) {
      let left = item.dueAt.map { SpanWords.countdown(to: $0, now: state.now) } ?? "-"
      lines += StyledLine.wrapped(
        "\(item.owner.map { "\($0) " } ?? "")\(item.text)", width: width,
        lead: StyledLine(" A\(item.number) \(left) ", item.isOverdue(at: state.now) ? .danger : .dim), indent: 4,
        glyphs: state.glyphs)
    }
    if row.openActions.count > 3 { lines.append(StyledLine(" and \(row.openActions.count - 3) more", .dim)) }
    return lines
  }
}

extension IncidentDetail {
  /// The tasks that are out, the next to come back first.
  var openTasks: [Delegation] {
    tasks.filter(\.isOpen).sorted {
      ($0.dueAt ?? .init(milliseconds: .max), $0.number) < ($1.dueAt ?? .init(milliseconds: .max), $1.number)
    }
  }
}
