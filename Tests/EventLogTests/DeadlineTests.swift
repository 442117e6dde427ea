import EventLog
import TestSupport
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  @Test(
    "are ok, soon, overdue, kept or broken by the moment they are read",
    arguments: [
      ("10:09:59", nil, nil, .ok), ("10:10", nil, nil, .soon), ("10:15", nil, nil, .soon),
      ("10:15:00.001", nil, nil, .overdue), ("11:00", "10:15", nil, .kept), ("11:00", "10:15:00.001", nil, .broken),
      ("10:00", "10:01", nil, .kept), ("11:00", nil, "10:14", .kept), ("11:00", nil, "10:16", .broken),
    ] as [(String, String?, String?, Deadline.State)])
  func states(now: String, met: String?, voided: String?, state: Deadline.State) {
    let deadline = Deadline(
      kind: "update", dueAt: .at("10:15"), metAt: met.map { .at($0) }, voidedAt: voided.map { .at($0) }, rule: "")
    #expect(deadline.state(at: .at(now)) == state)
    #expect(deadline.isOpen == (met == nil && voided == nil))
  }

  @Test("start, move, end and run again as events say")
  func folding() {
    var deadlines: [Deadline] = []
    deadlines.apply(DeadlineSet("update", dueAt: .at("10:15"), rule: "first"))
    deadlines.apply(DeadlineSet("rto", dueAt: .at("11:00"), rule: "tier 1"))
    #expect(deadlines.open("update")?.dueAt == .at("10:15"))
    deadlines.apply(DeadlineSet("update", dueAt: .at("10:10"), movedFrom: .at("10:15"), rule: "sooner"))
    #expect(deadlines.map(\.dueAt) == [.at("11:00"), .at("10:10")])
    deadlines.apply(DeadlineSet("update", dueAt: .at("10:10"), metAt: .at("10:09"), rule: "sooner"))
    #expect(deadlines.open("update") == nil)
    deadlines.apply(DeadlineSet("update", dueAt: .at("10:39"), rule: "every"))
    deadlines.apply(DeadlineSet("update", dueAt: .at("10:10"), movedFrom: .at("10:39"), rule: "put back"))
    #expect(deadlines.filter { $0.kind == "update" }.map(\.dueAt) == [.at("10:10")])
    #expect(deadlines.open("update")?.rule == "put back")
  }

  @Test("that ended are moved by nothing but a restated end")
  func moved() {
    var deadlines: [Deadline] = []
    deadlines.apply(DeadlineSet("rto", dueAt: .at("11:00"), metAt: .at("10:50"), rule: ""))
    deadlines.apply(DeadlineSet("rto", dueAt: .at("12:00"), movedFrom: .at("11:00"), rule: ""))
    #expect(deadlines.count == 2)
    deadlines.apply(
      DeadlineSet("rto", dueAt: .at("10:30"), movedFrom: .at("11:00"), metAt: .at("10:50"), rule: ""))
    #expect(deadlines.map(\.dueAt) == [.at("12:00"), .at("10:30")])
    #expect(deadlines.last?.state(at: .at("12:00")) == .broken)
  }

  @Test("of one kind are open earliest first")
  func earliest() {
    var deadlines: [Deadline] = []
    deadlines.apply(DeadlineSet("task", dueAt: .at("10:30"), target: "tom", rule: ""))
    deadlines.apply(DeadlineSet("task", dueAt: .at("10:20"), target: "lea", rule: ""))
    #expect(deadlines.open("task")?.target == "lea")
    #expect(deadlines.open("rto") == nil)
  }

  @Test("fill one row each, in the columns of their table")
  func rows() {
    let row = Deadline(kind: "rto", dueAt: .at("11:00"), voidedAt: .at("10:50"), target: "checkout", rule: "tier 1")
      .row(drill: true)
    #expect(row.table == "deadline")
    #expect(row.values.count == Deadline.table.columns.count)
    #expect(row.values.last == .integer(1))
  }
}
