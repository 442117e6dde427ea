package import Commands
import EventLog
import Incidents
package import Ledger
import OnCall
import Procedures

extension Trouble {
  /// Whatever came up from below, as a person hears it.
  package init(any error: any Error) {
    switch error {
    case let trouble as Trouble: self = trouble
    case let trouble as LedgerTrouble: self.init(trouble)
    case let refusal as IncidentRefusal:
      switch refusal {
      case .unknownIncident, .noSuchEntry: self.init(.noSuchIncident, refusal.sentence)
      case .revisionChanged: self.init(.changedMeanwhile, refusal.sentence)
      case .confirmationNeeded: self.init(.unconfirmed, refusal.sentence)
      default: self.init(refusal)
      }
    case let refusal as RotaRefusal:
      switch refusal {
      case .needsRight, .unverified: self.init(.notAllowed, refusal.sentence)
      case .nameMissing, .endsBeforeItBegins, .endUnknown: self.init(.badInput, refusal.sentence)
      default: self.init(refusal)
      }
    case let refusal as any DomainRefusal: self.init(.refused, refusal.sentence)
    default: self.init(.inputOutput, "Something went wrong below: \(error).", cause: String(describing: error))
    }
  }

  /// Trouble of the store by its code.
  package init(_ trouble: LedgerTrouble) {
    let code: Code =
      switch trouble.code {
      case .damaged, .foreign: .damaged
      case .tooLarge: .badInput
      case .newerSchema: .newerSchema
      case .full: .diskFull
      case .io: .inputOutput
      case .cannotCreate: .cannotCreate
      case .readOnly: .readOnly
      case .noPermission: .notAllowed
      case .busy: .busy
      case .lockedTooLong: .lockedTooLong
      case .networkFileSystem: .networkFileSystem
      case .notFound: .noSuchFile
      default: .refused
      }
    self.init(code, trouble.message, cause: trouble.cause)
  }
}
