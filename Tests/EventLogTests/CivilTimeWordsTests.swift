import EventLog
import Testing

@Suite("Words of a civil time")
struct CivilTimeWordsTests {
  @Test(arguments: [
    (2026, 11, 21, "Sat 21 Nov", "2026-11-21"), (2026, 1, 5, "Mon 5 Jan", "2026-01-05"),
    (1999, 12, 26, "Sun 26 Dec", "1999-12-26"), (987, 3, 1, "Thu 1 Mar", "0987-03-01"),
  ])
  func days(year: Int, month: Int, day: Int, words: String, date: String) {
    let civil = CivilTime(year: year, month: month, day: day, hour: 4, minute: 7)
    #expect(civil.dayWords == words)
    #expect(civil.dateWords == date)
    #expect(civil.timeWords == "04:07")
  }
}
