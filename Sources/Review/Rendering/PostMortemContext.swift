import EventLog
import Incidents
import Mustache

/// What a template of a post-mortem can name, each text from outside in the form that the markup gives it.
struct PostMortemContext {
  let post: PostMortem
  let markup: any Markup
  /// What only one format has.
  var extra: [String: Any] = [:]

  init(_ post: PostMortem, markup: any Markup) {
    self.post = post
    self.markup = markup
  }

  /// - Parameter contentType: What mustache is told to escape for: "TEXT" or "HTML".
  /// - Throws: where the template cannot be read.
  func rendered(by template: String, contentType: String) throws(ReviewRefusal) -> String {
    let text = "{{% CONTENT_TYPE: \(contentType)}}\n" + template
    do {
      return try MustacheTemplate(string: text).render(values)
    } catch let error as MustacheTemplate.ParserError {
      // One line before the template's own.
      throw .templateIsBroken(line: max(error.context.lineNumber - 1, 1), what: "\(error.error)")
    } catch {
      throw .templateIsBroken(line: nil, what: "\(error)")
    }
  }

  private func safe(_ text: String) -> String { markup.text(text) }

  private var values: [String: Any] {
    var context = header
    context.merge(account) { first, _ in first }
    context.merge(response) { first, _ in first }
    context.merge(findings) { first, _ in first }
    context.merge(written) { first, _ in first }
    context.merge(extra) { first, _ in first }
    return context
  }

  private var header: [String: Any] {
    var values: [String: Any] = [
      "label": safe(post.label), "number": post.number, "title": safe(post.title.isEmpty ? "untitled" : post.title),
      "severity": post.severityReached?.name ?? (post.number > 0 ? "not stated" : "unknown"),
      "status": post.status?.rawValue ?? "unknown",
      "service": safe(post.service ?? "unknown"), "tier": post.tier.map(String.init) ?? "unknown",
      "resolution": post.resolution?.rawValue.replacing("_", with: " ") ?? "none yet", "is_drill": post.isDrill,
      "is_public": post.isPublic, "owes_review": post.owesReview, "prepared_at": post.preparedAt.dateAndClock,
      "revision": post.revision,
      "commander": safe(post.roles.last { $0.role == .commander }?.who ?? "nobody"),
      "scribe": safe(post.roles.last { $0.role == .scribe }?.who ?? "nobody"),
    ]
    values["review_due"] = post.reviewDue?.dateAndClock
    values["chain_head"] = post.chainHead.map(safe)
    values["waiver"] = post.waiver.map(safe)
    return values
  }

  /// What people wrote: Markdown of their own, held below the headings of the document.
  private var written: [String: Any] {
    var values: [String: Any] = [
      "stage": post.stage.title, "has_factors": !post.factors.isEmpty, "has_actions": !post.actions.isEmpty,
      "has_accepted": !post.accepted.isEmpty, "accepted_count": post.accepted.count, "has_stated": !post.stated.isEmpty,
      "has_explanations": !post.explanations.isEmpty,
      "factors": post.factors.map { factor in
        [
          "factor": "F\(factor.number) \(safe(factor.text))", "factor_type": factor.kind.rawValue,
          "factor_evidence": factor.evidence.map(markup.reference) ?? "",
          "factor_answer": factor.accepted.map { "accepted: \(safe($0))" } ?? "",
        ]
      },
      "chain": chain, "action_items": post.actions.map(row),
      "stated": post.stated.map { ["stated_name": safe($0.name), "stated_text": safe($0.text)] },
      "explanations": post.explanations.map { ["gap_section": safe($0.section), "gap_reason": safe($0.reason)] },
    ]
    values["owner"] = post.owner.map(safe)
    for (section, text) in post.sections { values["own_\(section.rawValue)"] = markup.prose(text) }
    return values
  }

  /// The factors as a list in a list: each with those that made it possible beneath it.
  private var chain: [[String: Any]] {
    FactorTree(post.factors).places.map { factor, depth in
      let how = depth == 0 ? "" : "made possible by "
      let text = "\(how)F\(factor.number) \(safe(factor.text)) (\(factor.kind.rawValue))"
      return [
        "link": String(repeating: "  ", count: depth) + "- " + text, "link_depth": depth, "link_text": text,
      ]
    }
  }

  private func row(_ item: ActionItem) -> [String: Any] {
    [
      "action_id": "A\(item.number)", "action": safe(item.text), "action_type": item.kind?.rawValue ?? "",
      "action_owner": safe(item.owner ?? ""), "action_due": item.dueAt.map { String($0.dateAndClock.prefix(10)) } ?? "",
      "action_done_when": safe(item.doneWhen ?? ""), "action_state": item.state.rawValue,
      "action_link": item.link.map(markup.reference) ?? "",
    ]
  }

  private var account: [String: Any] {
    func time(_ point: TimePoint?) -> String { point.map { $0.at.written($0.precision) } ?? "unknown" }
    var values: [String: Any] = [
      "summary": safe(post.summary), "detection": safe(post.detection),
      "alerts": post.alerts.map { ["alert": safe($0.name), "alert_says": safe($0.headline), "alert_use": $0.words] },
      "has_alerts": !post.alerts.isEmpty, "missing_alerts": post.missingAlerts.map { ["missing_alert": safe($0)] },
      "has_missing_alerts": !post.missingAlerts.isEmpty,
      "asks_for_alerts": post.missingAlerts.isEmpty && !post.alerts.contains { $0.verdict != nil },
      "impact_started": time(post.times.impactStarted), "detected": time(post.times.detected),
      "declared": time(post.times.declared),
      "mitigated": time(post.times.mitigated), "resolved": time(post.times.resolved),
      "severities": post.severities.map { ["stretch_name": $0.name, "stretch_length": $0.length.measured] },
      "statuses": post.statuses.map { ["stretch_name": $0.name, "stretch_length": $0.length.measured] },
      "rto_verdict": post.recovery.verdict.rawValue, "rto_target": post.recovery.target?.measured ?? "none known",
      "rto_measured": post.recovery.measured?.measured ?? "unknown", "lines": post.timeline.map(row),
      "has_lines": !post.timeline.isEmpty, "hidden_entries": post.hiddenEntries, "has_hidden": post.hiddenEntries > 0,
      "taken_back": post.takenBackEntries, "has_taken_back": post.takenBackEntries > 0,
    ]
    values["impact"] = post.impact.map(safe)
    values["verification"] = post.verification.map(safe)
    if let report = post.report {
      values["condition"] = safe(report.condition)
      values["actions"] = safe(report.actions)
      values["needs"] = safe(report.needs)
    }
    return values
  }

  private var response: [String: Any] {
    [
      "roles": post.roles.map { role in
        [
          "role": role.role.rawValue, "holder": safe(role.who), "role_from": role.from.dateAndClock,
          "role_to": role.to?.dateAndClock ?? "the end",
        ]
      },
      "has_roles": !post.roles.isEmpty, "runs": post.runs.map(row), "has_runs": !post.runs.isEmpty,
      "decisions": post.decisions.map(row), "has_decisions": !post.decisions.isEmpty,
      "messages": post.messages.map(row),
      "has_messages": !post.messages.isEmpty,
      "attendees": post.attendees.map { ["attendee": safe($0.name), "alias": safe($0.alias)] },
      "has_attendees": !post.attendees.isEmpty,
    ]
  }

  private var findings: [String: Any] {
    let updates = post.promises.filter { Clocks.isUpdate($0.kind) && ($0.isKept || $0.isBroken) }
    return [
      "figures": post.figures.map { figure in
        [
          "figure_name": figure.name.title, "figure_value": figure.written, "figure_meaning": figure.name.meaning,
        ]
      },
      "kept": post.promises.filter(\.isKept).map(row), "has_kept": post.promises.contains(where: \.isKept),
      "broken": post.promises.filter(\.isBroken).map(row), "has_broken": post.promises.contains(where: \.isBroken),
      "updates_kept": updates.count(where: \.isKept), "updates_due": updates.count, "has_updates": !updates.isEmpty,
      "gaps": post.gaps.map { gap in
        var row = ["gap": safe(gap.what), "gap_section": gap.section.rawValue]
        if let command = gap.command { row["gap_command"] = markup.code(command) }
        return row
      },
      "has_gaps": !post.gaps.isEmpty, "gap_count": post.gaps.count,
    ]
  }

  private func row(_ line: NarrativeLine) -> TemplateRow {
    var text = markup.inline(line.text)
    if let late = line.recordedLate { text += " (written down \(late.measured) later)" }
    for item in line.evidence { text += " (evidence: \(markup.reference(item)))" }
    return TemplateRow([
      "at": line.at.written(line.precision), "kind": safe(line.kind), "who": safe(line.who), "text": text,
      "pin": line.isPinned ? "★ " : "",
    ])
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

  private func row(_ promise: Promise) -> TemplateRow {
    let margin = promise.margin.map { margin in
      margin > .zero ? "\(margin.measured) late" : margin == .zero ? "on the minute" : "\((-margin).measured) early"
    }
    return TemplateRow([
      "promise_rule": safe(promise.rule), "promise_due": promise.dueAt.dateAndClock,
      "promise_owner": safe(promise.owner), "promise_margin": margin ?? "",
    ])
  }
}
