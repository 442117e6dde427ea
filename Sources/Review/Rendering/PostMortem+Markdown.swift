import EventLog
import Incidents
import Mustache

extension PostMortem {
  /// The draft as Markdown, by a mustache template; its names are those of `docs/templates/post-mortem.md.mustache`.
  /// Every text from outside is escaped for Markdown before the template sees it.
  ///
  /// - Throws: where the template cannot be read. A name that it uses and nobody fills is not an error: it stays empty.
  package func markdown(template: String = PostMortemTemplate.text) throws(ReviewRefusal) -> String {
    // A template is Markdown, whatever its author forgot to say: without this, mustache would escape for HTML.
    let text = "{{% CONTENT_TYPE: TEXT}}\n" + template
    do {
      return try MustacheTemplate(string: text).render(context)
    } catch let error as MustacheTemplate.ParserError {
      // One line before the template's own.
      throw .templateIsBroken(line: max(error.context.lineNumber - 1, 1), what: "\(error.error)")
    } catch {
      throw .templateIsBroken(line: nil, what: "\(error)")
    }
  }

  private func safe(_ text: String) -> String { MarkdownText.escaped(text) }

  private var context: [String: Any] {
    var context = header
    context.merge(account) { first, _ in first }
    context.merge(response) { first, _ in first }
    context.merge(findings) { first, _ in first }
    context.merge(written) { first, _ in first }
    return context
  }

  private var header: [String: Any] {
    var values: [String: Any] = [
      "label": safe(label), "number": number, "title": safe(title.isEmpty ? "untitled" : title),
      "severity": severityReached?.name ?? "unknown", "status": status?.rawValue ?? "unknown",
      "service": safe(service ?? "unknown"), "tier": tier.map(String.init) ?? "unknown",
      "resolution": resolution?.rawValue.replacing("_", with: " ") ?? "none yet", "is_drill": isDrill,
      "owes_review": owesReview, "prepared_at": preparedAt.dateAndClock, "revision": revision,
      "commander": safe(roles.last { $0.role == .commander }?.who ?? "nobody"),
      "scribe": safe(roles.last { $0.role == .scribe }?.who ?? "nobody"),
    ]
    values["review_due"] = reviewDue?.dateAndClock
    values["chain_head"] = chainHead.map(safe)
    values["waiver"] = waiver.map(safe)
    return values
  }

  /// What people wrote: Markdown of their own, held below the headings of the document.
  private var written: [String: Any] {
    var values: [String: Any] = [
      "stage": stage.title, "has_factors": !factors.isEmpty, "has_actions": !actions.isEmpty,
      "has_accepted": !accepted.isEmpty, "accepted_count": accepted.count, "has_stated": !stated.isEmpty,
      "has_explanations": !explanations.isEmpty,
      "factors": factors.map { factor in
        [
          "factor": "F\(factor.number) \(safe(factor.text))", "factor_type": factor.kind.rawValue,
          "factor_evidence": factor.evidence.map(MarkdownText.reference) ?? "",
          "factor_answer": factor.accepted.map { "accepted: \(safe($0))" } ?? "",
        ]
      },
      "chain": chain, "action_items": actions.map(row),
      "stated": stated.map { ["stated_name": safe($0.name), "stated_text": safe($0.text)] },
      "explanations": explanations.map { ["gap_section": safe($0.section), "gap_reason": safe($0.reason)] },
    ]
    values["owner"] = owner.map(safe)
    for (section, text) in sections { values["own_\(section.rawValue)"] = MarkdownText.nested(text) }
    return values
  }

  /// The factors as a list in a list: each with those that made it possible beneath it.
  private var chain: [[String: Any]] {
    FactorTree(factors).places.map { factor, depth in
      let how = depth == 0 ? "" : "made possible by "
      return [
        "link": String(repeating: "  ", count: depth)
          + "- \(how)F\(factor.number) \(safe(factor.text)) (\(factor.kind.rawValue))"
      ]
    }
  }

  private func row(_ item: ActionItem) -> [String: Any] {
    [
      "action_id": "A\(item.number)", "action": safe(item.text), "action_type": item.kind?.rawValue ?? "",
      "action_owner": safe(item.owner ?? ""), "action_due": item.dueAt.map { String($0.dateAndClock.prefix(10)) } ?? "",
      "action_done_when": safe(item.doneWhen ?? ""), "action_state": item.state.rawValue,
      "action_link": item.link.map(MarkdownText.reference) ?? "",
    ]
  }

  private var account: [String: Any] {
    func time(_ point: TimePoint?) -> String { point.map { $0.at.written($0.precision) } ?? "unknown" }
    var values: [String: Any] = [
      "summary": safe(summary), "detection": safe(detection),
      "impact_started": time(times.impactStarted), "detected": time(times.detected), "declared": time(times.declared),
      "mitigated": time(times.mitigated), "resolved": time(times.resolved),
      "severities": severities.map { ["stretch_name": $0.name, "stretch_length": $0.length.measured] },
      "statuses": statuses.map { ["stretch_name": $0.name, "stretch_length": $0.length.measured] },
      "rto_verdict": recovery.verdict.rawValue, "rto_target": recovery.target?.measured ?? "none known",
      "rto_measured": recovery.measured?.measured ?? "unknown", "lines": timeline.map(row),
      "has_lines": !timeline.isEmpty, "hidden_entries": hiddenEntries, "has_hidden": hiddenEntries > 0,
      "taken_back": takenBackEntries, "has_taken_back": takenBackEntries > 0,
    ]
    values["impact"] = impact.map(safe)
    values["verification"] = verification.map(safe)
    if let report {
      values["condition"] = safe(report.condition)
      values["actions"] = safe(report.actions)
      values["needs"] = safe(report.needs)
    }
    return values
  }

  private var response: [String: Any] {
    [
      "roles": roles.map { role in
        [
          "role": role.role.rawValue, "holder": safe(role.who), "role_from": role.from.dateAndClock,
          "role_to": role.to?.dateAndClock ?? "the end",
        ]
      },
      "has_roles": !roles.isEmpty, "runs": runs.map(row), "has_runs": !runs.isEmpty,
      "decisions": decisions.map(row), "has_decisions": !decisions.isEmpty, "messages": messages.map(row),
      "has_messages": !messages.isEmpty,
      "attendees": attendees.map { ["attendee": safe($0.name), "alias": safe($0.alias)] },
      "has_attendees": !attendees.isEmpty,
    ]
  }

  private var findings: [String: Any] {
    let updates = promises.filter { $0.kind == Clocks.update && ($0.isKept || $0.isBroken) }
    return [
      "figures": figures.map { figure in
        [
          "figure_name": figure.name.title, "figure_value": figure.written, "figure_meaning": figure.name.meaning,
        ]
      },
      "kept": promises.filter(\.isKept).map(row), "has_kept": promises.contains(where: \.isKept),
      "broken": promises.filter(\.isBroken).map(row), "has_broken": promises.contains(where: \.isBroken),
      "updates_kept": updates.count(where: \.isKept), "updates_due": updates.count, "has_updates": !updates.isEmpty,
      "gaps": gaps.map { gap in
        var row = ["gap": safe(gap.what), "gap_section": gap.section.rawValue]
        if let command = gap.command { row["gap_command"] = command.replacing("`", with: "'") }
        return row
      },
      "has_gaps": !gaps.isEmpty, "gap_count": gaps.count,
    ]
  }

  private func row(_ line: NarrativeLine) -> [String: Any] {
    var text = safe(line.text)
    if let late = line.recordedLate { text += " (written down \(late.measured) later)" }
    for item in line.evidence { text += " (evidence: \(MarkdownText.reference(item)))" }
    return [
      "at": line.at.written(line.precision), "kind": safe(line.kind), "who": safe(line.who), "text": text,
      "pin": line.isPinned ? "★ " : "",
    ]
  }

  private func row(_ run: ReviewRun) -> [String: Any] {
    let end = run.finishedAt.map { " after \(($0 - run.startedAt).measured)" } ?? ""
    return [
      "procedure": safe(run.procedure), "run_title": safe(run.title), "run_started": run.startedAt.dateAndClock,
      "run_outcome": safe(run.outcome ?? "not finished") + end, "done": run.done, "total": run.total,
      "skipped": run.skipped.map {
        ["step_number": String($0.number), "step_title": safe($0.title), "step_reason": safe($0.reason)]
      },
    ]
  }

  private func row(_ promise: Promise) -> [String: Any] {
    let margin = promise.margin.map { margin in
      margin > .zero ? "\(margin.measured) late" : margin == .zero ? "on the minute" : "\((-margin).measured) early"
    }
    return [
      "promise_rule": safe(promise.rule), "promise_due": promise.dueAt.dateAndClock,
      "promise_owner": safe(promise.owner), "promise_margin": margin ?? "",
    ]
  }
}

extension Figure {
  var written: String {
    guard let value else { return "unknown (\(missing ?? "no times"))" }
    return (precision == .approximate ? "about " : "") + value.measured
  }
}

extension Figure.Name {
  var title: String {
    switch self {
    case .timeToDetect: "TTD, time to detect"
    case .timeToAcknowledge: "TTA, time to acknowledge"
    case .timeToMitigate: "TTM, time to mitigate"
    case .impactToMitigation: "TTM from the first impact"
    case .timeToRecover: "TTR, time to recover"
    }
  }

  var meaning: String {
    switch self {
    case .timeToDetect: "from the first impact to the detection"
    case .timeToAcknowledge: "from the first page to the acknowledgement"
    case .timeToMitigate: "from the detection until users no longer felt it"
    case .impactToMitigation: "how long users felt it"
    case .timeToRecover: "from the first impact to full service"
    }
  }
}
