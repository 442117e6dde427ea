package import EventLog
package import Incidents

extension Letter {
  /// A page as it leaves on one way.
  ///
  /// Each page is a subject of its own: a pager that takes several messages of one subject as one would wake nobody for
  /// the second.
  /// - Parameter event: what says that the page was decided.
  package init(_ page: PageLetter, by way: PageWay, event: Event) {
    let title = "\(page.severity) #\(page.number) \(page.title)"
    let asked = page.isNotice ? "To be told, not woken" : "Acknowledge it with `sitrep ack \(page.number)`"
    self.init(
      key: "\(page.key)/\(way.channel)", channel: way.channel, recipient: way.recipient,
      content: LetterContent(
        title: title, text: "\(title)\n\(page.person): \(page.because).\n\(asked).",
        action: page.isNotice ? .update : .trigger, urgency: page.isNotice ? .info : .critical,
        subject: "sitrep/\(page.key)", service: page.service,
        details: ["person": page.person, "severity": page.severity, "because": page.because]),
      occasion: event.occasion, incident: page.incident, event: event.id, isDrill: event.drill,
      isRepeatable: way.isRepeatable)
  }
}
