import Procedures
import Synchronization
import Testing

@testable import Desk

@Suite struct ProcedureShelfTests {
  @Test func readsTextsOnlyWhenSomethingIsLookedFor() {
    let reads = Mutex(0)
    let shelf = ProcedureShelf(texts: {
      reads.withLock { $0 += 1 }
      return [
        (
          name: "high-error-rate",
          text: "---\nrules: [HighErrorRate]\n---\n# High error rate\n\n- [ ] Look\n- [ ] Act\n"
        ),
        (name: "redis", text: "# RedisDown\n\n1. Ping it\n"),
      ]
    })
    #expect(reads.withLock { $0 } == 0)
    #expect(!shelf.isEmpty)
    shelf.readAhead()
    #expect(shelf.match(alertname: "HighErrorRate").map(\.steps.count) == [2])
    #expect(shelf.match(alertname: "RedisDown").map(\.name) == ["redis"])
    #expect(shelf.named("REDIS")?.steps.count == 1 && shelf.named("none") == nil)
    #expect(shelf.procedures.map(\.steps.count) == [2, 1])
    #expect(reads.withLock { $0 } == 1)
  }

  @Test func whetherThereIsOneIsKnownWithoutReadingThem() {
    #expect(ProcedureShelf(texts: { [] }).isEmpty && ProcedureShelf().isEmpty)
    #expect(!ProcedureShelf([Procedure.parse("# A", name: "a")]).isEmpty)
  }

  @Test func aHeadIsTheWholeButItsSteps() {
    let text = "---\nrules: [A]\ntarget: 15m\n---\n# Name\n\n## Diagnose\n\n1. Look\n"
    var whole = Procedure.parse(text, name: "n")
    #expect(!whole.steps.isEmpty)
    whole.steps = []
    #expect(Procedure.parseHead(text, name: "n") == whole)
  }
}
