import Commands
import EventLog
import Incidents
import TestSupport
import Testing

@testable import Screens

/// Whatever the size and whatever the keys: no crash, and every screen is exactly as large as it was asked to be.
@Suite struct AnySizeTests {
  static let sizes: [(Int, Int)] =
    [
      (0, 0), (1, 1), (1, 24), (80, 1), (2, 2), (3, 5), (7, 3), (10, 4), (20, 5), (40, 10), (59, 9), (60, 15), (80, 24),
      (99, 31), (200, 50),
    ]

  static let keys = [
    "", "s", "l", "Enter", "Enter l", "j j Enter Tab", "Enter s 4", "j j r", "j j r v", "j j r -", "2", "3", "3 Enter",
    "4",
    "4 /", "?", "? G", ":", ": a", "P", "n", "Q", "j j Enter k k k", "c", "c Enter", "j j c Tab Enter 4",
    "j j c ^G j j",
  ]

  @Test(arguments: sizes)
  func everyScreenFits(columns: Int, rows: Int) throws {
    for glyphs in Glyphs.allCases {
      for keys in Self.keys {
        var script = ScreenScript(try TestWorld.afternoon(), columns: columns, rows: rows, glyphs: glyphs)
        script.press(keys)
        #expect(script.grid.size == Size(columns: columns, rows: rows))
        #expect(script.grid.rows.count == rows && script.grid.rows.allSatisfy { $0.count == columns })
        for (wide, high) in [(80, 24), (1, 1)] { _ = script.grid(Size(columns: wide, rows: high)) }
        if glyphs == .ascii { #expect(script.text.unicodeScalars.allSatisfy { $0.isASCII }) }
        if let cursor = script.grid.cursor { #expect(cursor.row < rows && cursor.column < max(1, columns)) }
      }
    }
  }

  /// Any keys in any order, at sizes that change: the state stays sound, and what a frame takes over from the one before
  /// is what would be drawn.
  @Test(arguments: 1...6)
  func anyKeysInAnyOrder(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var script = ScreenScript(try TestWorld.afternoon())
    var memory = RowMemory()
    let keys: [Key] =
      "asdlrqjkgG?:/<>nAumRXTVIiOC*-ePNUFSYv1234xywcMH ".map { .character($0) }
      + [
        .enter, .escape, .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
        .unknown,
      ]
      + "cdgluz".map { .control($0) } + [.paste("a\nb\u{1B}[2J"), .alt("b"), .function(3)]
    for _ in 0..<300 {
      switch random.below(20) {
      case 0: script.send(.resized(Size(columns: random.below(130), rows: random.below(45))))
      case 1: script.send(.tick(script.state.now + .seconds(Int64(random.below(400)))))
      case 2:
        script.world.rows.shuffle(using: &random)
        if script.world.rows.count > 1, random.below(4) == 0 { script.world.rows.removeLast() }
        script.send(.changed)
      case 3:
        let answer: Result<Outcome, Trouble> =
          random.below(2) == 0
          ? .success(
            Outcome(events: [], incident: script.world.rows.first?.id, run: TestWorld.runID, sentence: "Done."))
          : .failure(Trouble(random.below(2) == 0 ? .changedMeanwhile : .refused, "No."))
        script.answer(answer)
      default: script.send(.key(keys[random.below(keys.count)]))
      }
      if random.below(3) == 0 { script.send(.painted) }
      let size = script.state.size
      let grid = script.grid
      #expect(grid.rows.count == size.rows && grid.rows.allSatisfy { $0.count == size.columns })
      if random.below(3) > 0 { #expect(ScreenProgram.view(script.state, size, &memory) == script.grid) }
      _ = ScreenProgram.nextTick(script.state)
    }
  }

  /// A list of any length costs what is on the screen.
  @Test func aLongListIsSeenWhole() throws {
    var world = try TestWorld.afternoon()
    let model = world.rows[2]
    world.rows = (0..<10_000).map { number in
      var row = model
      row.id = StreamID("incident", "x\(number)")
      row.number = number
      row.label = String(number)
      return row
    }
    var script = ScreenScript(world)
    script.press("G")
    #expect(script.state.selectedIncident?.label == "9999")
    #expect(script.text.contains("> 9999"))
    script.press("g")
    #expect(script.state.list.top == 0)
    for _ in 0..<40 { script.press("j") }
    #expect(script.text.contains("> 40"))
    script.press("^U")
    #expect(script.text.contains("> 28"))
  }

  @Test func hostileTextStaysText() throws {
    var world = try TestWorld.afternoon()
    world.rows[0].title = "\u{1B}[2J\u{202E}evil\u{0301}\u{0301}\u{0301}\u{0301}\u{7}\n:quit"
    world.rows[0].service = String(repeating: "日本", count: 60)
    world.header.warnings = ["\u{9B}31m red"]
    let script = ScreenScript(world)
    #expect(
      script.text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E)
      })
  }
}
