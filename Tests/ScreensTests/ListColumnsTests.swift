import Testing

@testable import Screens

/// The titles get what the other columns do not need.
@Suite struct ListColumnsTests {
  @Test(arguments: [(80, true, true, 25), (80, false, true, 32), (80, false, false, 41), (100, false, false, 34)])
  func titles(width: Int, hasRecovery: Bool, hasService: Bool, expected: Int) {
    let columns = ListColumns(width: width, hasRecovery: hasRecovery, hasService: hasService)
    #expect(columns.title.width == expected)
    #expect(columns.title.start + columns.title.width == width)
  }

  @Test func whatIsOverdueFits() {
    #expect(DeadlineWords.fitting("+119m !", width: ListColumns(width: 80).recovery.room) == "+119m!")
    #expect(DeadlineWords.fitting("update +99m !", width: ListColumns(width: 80).next.room) == "update +99m!")
  }
}
