package import Comms
package import EventLog
package import Incidents
package import Ledger
package import OnCall

/// What the desk decides by, beside the log: the applied configuration, and what kind of store it serves.
package struct DeskConfiguration: Sendable {
  package var clocks: ClockPolicy
  package var admission: AdmissionPolicy
  package var services: [String: Service]
  package var rota: Rota
  /// Who is woken, in which order and when.
  package var escalation: EscalationPolicy
  /// Hands a page on to be delivered, inside the transaction that decides on it, with the event that says so, and says
  /// whether any way leads to the person. Without it nothing is paged here.
  package var postPage: (@Sendable (PageLetter, Event, Transaction) throws -> Bool)?
  /// Hands a reminder of a handover on in the same way; nobody is woken by it.
  package var postReminder: (@Sendable (HandoffReminded, Event, Transaction) throws -> Void)?
  /// The other pagers that services may name. What happens to their incidents is told to them.
  package var pagers: [ExternalPager]
  /// The channels by which pages come to people, by their short names.
  package var pageChannels: [String: [String]]
  /// Senders that are to be heard regularly, by their names, and how long each may be silent.
  package var heardEvery: [String: Span]
  package var comms: CommsPolicy
  /// By which ways a message leaves by itself.
  package var messageWays: [Audience: [MessageWay]]
  /// What is blanked on the status page, as in every letter.
  package var redaction: OutwardRedaction
  package var procedures: ProcedureShelf
  /// The one zone whose wall clock is shown beside UTC.
  package var displayZone: Zone
  package var host: String
  /// This process's number, to tell its own watch from others; nil where it never watches.
  package var process: Int?
  /// What tells stores apart in the header: "personal", "team", "demo".
  package var store: String
  /// Everything in this store is a drill.
  package var isDrill: Bool
  /// Whether somebody may do what needs a right ("rota", "waivers"). Where nobody says, a verified identity is enough.
  package var hasRight: @Sendable (Actor, String) -> Bool
  /// What is wrong in the configuration files, in a sentence; shown, and no reason not to open.
  package var complaint: String?

  package init(
    clocks: ClockPolicy = ClockPolicy(), admission: AdmissionPolicy = AdmissionPolicy(),
    services: [String: Service] = [:], rota: Rota = .empty,
    escalation: EscalationPolicy = EscalationPolicy(),
    postPage: (@Sendable (PageLetter, Event, Transaction) throws -> Bool)? = nil,
    postReminder: (@Sendable (HandoffReminded, Event, Transaction) throws -> Void)? = nil,
    pageChannels: [String: [String]] = [:], pagers: [ExternalPager] = [], heardEvery: [String: Span] = [:],
    comms: CommsPolicy = CommsPolicy(), messageWays: [Audience: [MessageWay]] = [:],
    redaction: OutwardRedaction = OutwardRedaction(), procedures: ProcedureShelf = ProcedureShelf(),
    displayZone: Zone = .utc, host: String, process: Int? = nil, store: String, isDrill: Bool = false,
    complaint: String? = nil,
    hasRight: @escaping @Sendable (Actor, String) -> Bool = { actor, _ in actor.assurance == .verified }
  ) {
    self.clocks = clocks
    self.admission = admission
    self.services = services
    self.rota = rota
    self.escalation = escalation
    self.postPage = postPage
    self.postReminder = postReminder
    self.pagers = pagers
    self.pageChannels = pageChannels
    self.heardEvery = heardEvery
    self.comms = comms
    self.messageWays = messageWays
    self.redaction = redaction
    self.procedures = procedures
    self.displayZone = displayZone
    self.host = host
    self.process = process
    self.store = store
    self.isDrill = isDrill
    self.complaint = complaint
    self.hasRight = hasRight
  }
}
