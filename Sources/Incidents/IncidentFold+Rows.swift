package import EventLog

extension IncidentFold {
  /// One row an incident: what lists, header and admission read without folding anything.
  package static let table = TableSpec(
    "incident",
    columns: [
      .integer("number"), .text("title"), .optionalText("service"), .optionalInteger("tier"), .integer("severity"),
      .integer("severity_confirmed"), .text("status"), .optionalText("resolution"), .integer("drill"),
      .integer("revision"), .optionalInteger("impact_started_at"), .optionalInteger("detected_at"),
      .optionalInteger("declared_at"), .optionalInteger("acknowledged_at"), .optionalText("acknowledged_by"),
      .optionalInteger("mitigated_at"), .optionalInteger("resolved_at"), .optionalInteger("closed_at"),
      .optionalText("commander"), .optionalText("admission_key"), .integer("is_open"), .integer("opened_at"),
      .integer("last_event_at"), .optionalText("rule_family"), .optionalText("impact"),
      .optionalInteger("snoozed_until"), .optionalText("merged_into"), .optionalText("suspected_parent"),
      .optionalText("offered_to"), .optionalInteger("began_at"), .optionalInteger("publicly_told_at"),
      .optionalText("pager"), .optionalText("pager_word"), .optionalInteger("pager_at"),
    ],
    indexes: [
      .init("number"), .init("opened_at"), .init("is_open", "severity", where: "is_open = 1"),
      .init("service", where: "is_open = 1"), .init("merged_into", where: "merged_into IS NOT NULL"),
      .init("service", "opened_at", where: "is_open = 0"), .init("rule_family", "opened_at", where: "is_open = 0"),
      .init("suspected_parent", where: "suspected_parent IS NOT NULL"),
      .init("admission_key", "resolved_at", where: "admission_key IS NOT NULL"), .init("resolved_at"),
      .init("began_at", where: "is_open = 0"),
      .init("publicly_told_at", where: "publicly_told_at IS NOT NULL"),
    ], urgent: "is_open = 1")

  package static var tables: [TableSpec] { [table, Deadline.table] }

  package static func rows(_ incident: Incident) -> [TableRow] {
    guard incident.exists else { return [] }
    let times = incident.times
    let row = TableRow(
      table.name,
      [
        .integer(Int64(incident.number)), .text(incident.title), .text(incident.service),
        .integer(incident.tier.map(Int64.init)), .integer(Int64(incident.severity.rawValue)),
        .flag(incident.isSeverityConfirmed), .text(incident.status.rawValue), .text(incident.resolution?.rawValue),
        .flag(incident.isDrill), .integer(Int64(incident.revision)), .instant(times.impactStarted?.at),
        .instant(times.detected?.at), .instant(times.declared?.at), .instant(incident.acknowledgedAt),
        .text(incident.acknowledgedBy), .instant(times.mitigated?.at), .instant(times.resolved?.at),
        .instant(incident.closedAt), .text(incident.commander), .text(incident.admissionKey),
        .flag(incident.status.isOpen), .instant(incident.openedAt), .instant(incident.lastEventAt),
        .text(incident.ruleFamily), .text(incident.impact), .instant(incident.snoozedUntil),
        .text(incident.mergedInto?.name),
        .text(incident.suspectedParent?.name), .text(incident.nextCommander), .instant(incident.began),
        .instant(incident.firstPublicUpdateAt), .text(incident.pager?.pager), .text(incident.pager?.words),
        .instant(incident.pager?.at),
      ])
    return [row] + incident.deadlines.map { $0.row(drill: incident.isDrill) }
  }
}
