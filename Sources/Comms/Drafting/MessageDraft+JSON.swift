package import EventLog
import Incidents

extension MessageDraft {
  /// The object of `comms draft --json`, with every form that it can be sent in.
  package func json(now: Instant, findings: [MessageFinding], drafting: [JSONValue] = []) -> JSONValue {
    let page = StatusPageText(self)
    let mail = MailText(self)
    let next: JSONValue = nextUpdateAt.map { .string($0.rfc3339) } ?? .null
    let changes: [JSONValue] = difference.map { .object(["added": .bool($0.isAdded), "line": .string($0.line)]) }
    let sections: [JSONValue] = SlackText.sections(text).map { .string($0) }
    var fields: [String: JSONValue] = [
      "incident": .string(label), "audience": .string(audience.rawValue), "moment": .string(moment.rawValue),
      "state": .string(state.rawValue), "drill": .bool(isDrill), "title": .string(title), "sentence": .string(sentence),
      "text": .string(text), "next_update_at": next, "difference": .array(changes), "slack": .array(sections),
      "sms": .string(ShortText.text(self, now: now)), "drafting": .array(drafting),
    ]
    fields["missing"] = .array(missing.map { .string($0) })
    fields["findings"] = .array(findings.map(\.json))
    fields["statuspage"] = .object([
      "name": .string(page.name), "status": .string(page.status), "body": .string(page.body),
    ])
    fields["mail"] = .object(["subject": .string(mail.subject), "body": .string(mail.body)])
    return .object(fields)
  }
}

extension MessageFinding {
  /// The object of a finding in `comms draft --json` and `comms check --json`.
  package var json: JSONValue {
    .object([
      "rule": .string(rule.rawValue), "blocks": .bool(blocks), "line": .integer(Int64(line)),
      "column": .integer(Int64(column)), "words": .string(words), "why": .string(why),
      "suggestion": .string(suggestion),
    ])
  }
}
