/// What a procedure is for; one engine steps through all of them.
package enum ProcedureKind: String, Sendable, Codable, CaseIterable {
  case runbook, drill, deployment, checklist
}
