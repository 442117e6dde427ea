import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// What is handed over is read to its end, on screens of any height.
@Suite struct BriefTests {
  /// All that is seen on the way down, one key at a time.
  private func read(_ script: ScreenScript, _ key: String, times: Int = 80) -> Set<String> {
    var script = script
    var seen: Set<String> = []
    for _ in 0..<times {
      seen.formUnion(script.text.split(separator: "\n").map(String.init))
      script.press(key)
    }
    return seen
  }

  @Test(arguments: [(80, 24), (40, 10), (100, 30)])
  func theBriefOfACommandIsReadToItsEnd(columns: Int, rows: Int) throws {
    var script = ScreenScript(try TestWorld.warRoom(asks: "ops"), columns: columns, rows: rows)
    script.press("j j Enter")
    let seen = read(script, "j").joined(separator: "\n")
    for part in ["Impact", "Clocks", "Tasks that are out", "Decided", "Hypotheses", "Runbook", "Last entries"] {
      #expect(seen.contains(part), "\(part)")
    }
    script.press("G")
    #expect(!script.text.contains("more line"))
    script.press("g")
    #expect(script.text.contains("more line") && script.text.contains("y takes"))
    script.press("y")
    #expect(script.sent.last?.hasSuffix("accept") == true)
  }

  @Test(arguments: [(80, 24), (40, 10), (120, 40)])
  func theBriefOfTheRotaIsReadToItsEnd(columns: Int, rows: Int) throws {
    var script = ScreenScript(try TestWorld.busy(), columns: columns, rows: rows)
    script.press("2")
    let all = OnCallView.lines(script.state, width: columns).lines.map(\.text)
    let seen = read(script, "j")
    for line in all where !line.isEmpty {
      #expect(seen.contains { $0.replacing("> ", with: "  ") == line.replacing("> ", with: "  ") }, "\(line)")
    }
    script.press("G")
    #expect(script.state.selectedShift?.role == "secondary")
    script.press("g")
    #expect(script.state.pageScroll == 0 && script.state.shiftSelection.index == 0)
  }

  /// A key for a shift names the one it is for, and that is one on the screen once somebody has moved.
  @Test func theSelectedShiftIsSeen() throws {
    for rows in [12, 16, 24] {
      var script = ScreenScript(try TestWorld.busy(), columns: 80, rows: rows)
      script.press("2 G")
      for _ in 0..<60 {
        let (lines, selected) = OnCallView.lines(script.state, width: 80)
        let height = ScreenLayout(script.state, script.state.size).body.height
        let seen = ScrolledLines(lines, height: height).seen(from: script.state.pageScroll)
        if let selected, script.state.shiftSelection.index > 0 { #expect(seen.contains(selected)) }
        script.press("k")
      }
    }
    var script = ScreenScript(try TestWorld.busy())
    script.press("2 G o")
    #expect(script.text.contains("Who has secondary Mon 30 Nov 09:00 (nobody):"))
  }

  @Test func linesSayHowManyFollow() {
    let lines = (1...10).map { StyledLine(String($0)) }
    #expect(ScrolledLines(lines, height: 4).seen(from: 0) == 0..<3)
    #expect(ScrolledLines(lines, height: 4).seen(from: 6) == 6..<10)
    #expect(ScrolledLines(lines, height: 4).seen(from: 99) == 6..<10)
    #expect(ScrolledLines(lines, height: 10).seen(from: 3) == 0..<10)
    #expect(ScrolledLines(lines, height: 2).seen(from: 0) == 0..<2)
    #expect(ScrolledLines([], height: 0).seen(from: 5) == 0..<0)
  }
}
