import EventLog
package import Incidents
import Mustache

extension MessageDraft {
  /// The message for an audience as the incident stands, with only its sentence left to the writer.
  /// - Parameters:
  ///   - moment: nil for the occasion that there is.
  ///   - template: a mustache template; nil for the one that ships.
  /// - Throws: where nothing goes to that audience, or the template cannot be read.
  package static func make(
    _ material: DraftMaterial, for audience: Audience, moment: MessageMoment? = nil, template: String? = nil
  ) throws(CommsRefusal) -> MessageDraft {
    let incident = material.incident
    guard !incident.isDrill || !audience.isOutside else { throw .drillStaysInside(audience) }
    let unknown = material.given.keys.filter { !DraftMaterial.names.contains($0) }.sorted()
    if let name = unknown.first { throw .unknownName(name, known: DraftMaterial.names) }
    let moment = moment ?? incident.moment(for: audience)
    // What reached nobody is no news to compare with.
    let unheard = Set(incident.messages.filter(\.isUnheard).map(\.id))
    let last = material.sent.last { $0.audience == audience && !unheard.contains($0.id) }
    let state = moment == .final ? .resolved : incident.updateState
    var draft = MessageDraft(
      label: material.label, severity: incident.severity, isDrill: incident.isDrill, audience: audience, moment: moment,
      state: state, title: material.title ?? last?.title ?? Self.title(material, audience),
      text: "", sentence: "", missing: [], last: last)
    if moment != .final { draft.nextUpdateAt = material.nextUpdateAt ?? next(material, audience) }
    draft.sentence = material.sentence ?? Self.sentence(material, audience, state)
    var values = Self.facts(material).merging(material.given) { $1 }
    values["title"] = draft.title
    values["sentence"] = draft.sentence
    values["status"] = state.title
    values["next_update_at"] = draft.nextUpdateAt.map { time($0, now: material.now) }
    var context: [String: Any] = values.mapValues { $0 as Any }
    for name in ["impact", "started_at", "data_loss", "recovery", "ic"] where values[name] == nil {
      context[name] = "{{\(name)}}"
    }
    context["is_drill"] = incident.isDrill
    context["is_correction"] = moment == .correction
    context["is_final"] = moment == .final
    draft.text = try rendered(template ?? MessageTemplate.text(for: audience), context)
    draft.missing = MessageGaps.names(in: draft.text)
    return draft
  }

  private static func rendered(_ template: String, _ context: [String: Any]) throws(CommsRefusal) -> String {
    do {
      // A message is plain text: without this, mustache would escape for HTML.
      let text = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + template).render(context)
      return text.withoutEmptyEnds
    } catch let error as MustacheTemplate.ParserError {
      // One line before the template's own.
      throw .templateIsBroken(line: max(error.context.lineNumber - 1, 1), what: "\(error.error)")
    } catch {
      throw .templateIsBroken(line: nil, what: "\(error)")
    }
  }

  /// What the cadence asks of a message that goes out now.
  private static func next(_ material: DraftMaterial, _ audience: Audience) -> Instant? {
    let clock: UpdateClock = audience.isOutside ? .everyone : .team
    guard material.incident.status.isOpen else { return nil }
    return material.clocks.cadence(of: clock, material.incident.severity).map {
      let due = material.now + $0.every
      // A minute that is not yet over cannot be promised to the second.
      return Instant(milliseconds: due.milliseconds - due.milliseconds % 60_000)
    }
  }

  /// What the incident itself says, by the names of the templates.
  private static func facts(_ material: DraftMaterial) -> [String: String] {
    let incident = material.incident
    var values = ["incident": material.label, "severity": incident.severity.name]
    values["service"] = incident.service
    values["impact"] = incident.impact
    values["started_at"] = (incident.times.impactStarted ?? incident.times.detected ?? incident.times.declared).map {
      ($0.precision == .exact ? "" : "about ") + time($0.at, now: material.now)
    }
    values["ic"] = incident.commander ?? incident.owner.map { "nobody yet, \($0) has it" }
    values["link"] = incident.bridgeURL ?? incident.channel
    if let report = incident.report {
      values["actions"] = report.actions.isEmpty ? nil : report.actions
      values["needs"] = report.needs.isEmpty ? nil : report.needs
    }
    if incident.status == .resolved || incident.status == .closed, incident.verification != nil {
      values["recovery"] = "confirmed"
    }
    return values
  }

  /// What those outside know it by says no more than their messages do: its own title is written for those inside.
  private static func title(_ material: DraftMaterial, _ audience: Audience) -> String {
    guard audience.isOutside else { return material.incident.title }
    let service = material.given["service"] ?? material.incident.service
    return service.map { "Problems with \($0)" } ?? "Incident \(material.label)"
  }

  /// What can be said without knowing more than the log does.
  private static func sentence(_ material: DraftMaterial, _ audience: Audience, _ state: UpdateState) -> String {
    let incident = material.incident
    if !audience.isOutside, state != .resolved, let report = incident.report, !report.condition.isEmpty {
      return report.condition
    }
    let what = material.given["service"] ?? incident.service ?? "our service"
    return switch state {
    case .investigating: "We are looking into problems with \(what)."
    case .identified: "We know what disturbs \(what) and are working on it."
    case .monitoring: "A fix for \(what) is in place, and we are watching it."
    case .resolved: "The problems with \(what) are over."
    }
  }
}

extension String {
  /// Without empty lines at either end.
  fileprivate var withoutEmptyEnds: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}
