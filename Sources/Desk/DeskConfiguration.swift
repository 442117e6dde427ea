package import EventLog
package import Incidents
package import OnCall
package import Procedures

/// What the desk decides by, beside the log: the applied configuration, and what kind of store it serves.
package struct DeskConfiguration: Sendable {
  package var clocks: ClockPolicy
  package var admission: AdmissionPolicy
  package var services: [String: Service]
  package var rota: Rota
  package var procedures: ProcedureIndex
  /// The one zone whose wall clock is shown beside UTC.
  package var displayZone: Zone
  package var host: String
  /// What tells stores apart in the header: "personal", "team", "demo".
  package var store: String
  /// Everything in this store is a drill.
  package var isDrill: Bool
  /// What is wrong in the configuration files, in a sentence; shown, and no reason not to open.
  package var complaint: String?
  /// Who may close an incident without the post-mortem that it owes.
  package var mayWaive: @Sendable (Actor) -> Bool

  package init(
    clocks: ClockPolicy = ClockPolicy(), admission: AdmissionPolicy = AdmissionPolicy(),
    services: [String: Service] = [:], rota: Rota = .empty, procedures: ProcedureIndex = ProcedureIndex([]),
    displayZone: Zone = .utc, host: String, store: String, isDrill: Bool = false, complaint: String? = nil,
    mayWaive: @escaping @Sendable (Actor) -> Bool = { _ in true }
  ) {
    self.clocks = clocks
    self.admission = admission
    self.services = services
    self.rota = rota
    self.procedures = procedures
    self.displayZone = displayZone
    self.host = host
    self.store = store
    self.isDrill = isDrill
    self.complaint = complaint
    self.mayWaive = mayWaive
  }
}
