import Testing

@testable import Ledger

@Suite struct GenerationsTests {
  @Test func whatIsAskedForStaysAndTheRestIsLetGo() {
    var kept = Generations<String>(limit: 3)
    for key in Int64(1)...100 {
      kept[key] = "\(key)"
      #expect(kept[key] == "\(key)")
      if key > 1 { #expect(kept[1] == "1") }
    }
    let held = (Int64(1)...100).filter { kept[$0] != nil }
    #expect(held.contains(1) && held.contains(100) && held.count <= 6)
  }

  @Test func aNewValueCountsAndATakenOneIsGone() {
    var kept = Generations<Int>(limit: 2)
    kept[1] = 1
    kept[2] = 2
    kept[3] = 3
    kept[1] = 10
    #expect(kept[1] == 10)
    kept[1] = nil
    #expect(kept[1] == nil)
    kept[3] = 30
    kept.removeAll()
    #expect([1, 2, 3].allSatisfy { kept[$0] == nil })
  }
}
