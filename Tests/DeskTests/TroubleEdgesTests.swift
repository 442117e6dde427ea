import Commands
import EventLog
import Incidents
import Ledger
import Testing

@testable import Desk

@Suite struct TroubleEdgesTests {
  @Test(
    arguments: [
      (.damaged, 65), (.foreign, 65), (.newerSchema, 78), (.full, 74), (.io, 74), (.cannotCreate, 73), (.readOnly, 77),
      (.noPermission, 77), (.busy, 75), (.lockedTooLong, 75), (.networkFileSystem, 69), (.notFound, 66),
      (.tooLarge, 65), (.occasionTaken, 1), (.invalid, 1), (.closed, 1),
    ] as [(LedgerTrouble.Code, Int32)])
  func theStoresTroublesHaveTheirExitCodes(code: LedgerTrouble.Code, exit: Int32) {
    let trouble = Trouble(LedgerTrouble(code, "A sentence.", cause: "below"))
    #expect(trouble.exitCode == exit)
    #expect(trouble.message == "A sentence." && trouble.cause == "below")
  }

  @Test(
    arguments: [
      (.unknownIncident, 66), (.noSuchEntry("a-1"), 66), (.revisionChanged(seen: 1, now: 2, difference: "x"), 1),
      (.confirmationNeeded(target: "x"), 77), (.postMortemOwed, 1), (.reasonNeeded("Reopening"), 1),
    ] as [(IncidentRefusal, Int32)])
  func refusalsHaveTheirs(refusal: IncidentRefusal, exit: Int32) {
    let trouble = Trouble(any: refusal)
    #expect(trouble.exitCode == exit && trouble.message == refusal.sentence)
  }

  @Test func whatNobodyForesawIsStillASentence() {
    struct Odd: Error {}
    #expect(Trouble(any: Odd()).exitCode == 74)
    #expect(Trouble(any: Trouble(.badInput, "No.")) == Trouble(.badInput, "No."))
  }
}
