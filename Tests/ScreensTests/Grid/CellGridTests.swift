import Screens
import Testing

@Suite struct CellGridTests {
  @Test(arguments: [
    ("hello", 10, 5, "hello"), ("hello", 5, 5, "hello"), ("hello", 4, 4, "hel…"), ("hello", 1, 1, "…"),
    ("日本語", 6, 6, "日本語"), ("日本語", 5, 5, "日本…"), ("日本語", 4, 3, "日…"), ("日本語", 1, 1, "…"),
    ("e\u{0301}a", 2, 2, "e\u{0301}a"), ("a\tb\nc", 9, 5, "a b␊c"), ("", 3, 0, ""),
  ])
  func putClipsAtTheWidth(text: String, width: Int, used: Int, expected: String) {
    var grid = CellGrid(size: Size(columns: 12, rows: 1))
    #expect(grid.put(text, row: 0, column: 1, width: width) == used)
    #expect(grid.text == (expected.isEmpty ? "" : " " + expected))
  }

  @Test func asciiEllipsis() {
    var grid = CellGrid(size: Size(columns: 4, rows: 1), glyphs: .ascii)
    grid.put("hello", row: 0, column: 0)
    #expect(grid.text == "hel~")
  }

  @Test func coveringHalfOfAWideCharacterBlanksTheOtherHalf() {
    var grid = CellGrid(size: Size(columns: 6, rows: 1))
    grid.put("日本語", row: 0, column: 0)
    grid.put("x", row: 0, column: 1)
    grid.put("y", row: 0, column: 4)
    #expect(grid.text == " x本y")
    #expect(grid[row: 0, column: 5].width == 1)
  }

  /// A selector of looks in front shows nothing, and takes a text off the short way.
  @Test func asciiByTheShortWayIsWhatItIsByTheLongOne() {
    var chance = SeededScalars(seed: 3)
    for _ in 0..<2_000 {
      var short = CellGrid(size: Size(columns: 8, rows: 1))
      short.put("日本日本", row: 0, column: Int.random(in: 0...1, using: &chance))
      var long = short
      let text = String("a b c d e f".prefix(Int.random(in: 0...10, using: &chance)))
      let after = Bool.random(using: &chance) ? "" : chance.text(count: 2)
      let column = Int.random(in: 0...7, using: &chance)
      let width = Int.random(in: 0...9, using: &chance)
      let used = short.put(text + after, row: 0, column: column, width: width)
      #expect(long.put("\u{FE0F}" + text + after, row: 0, column: column, width: width) == used)
      #expect(short == long)
    }
  }

  @Test func putRightEndsAtItsColumn() {
    var grid = CellGrid(size: Size(columns: 10, rows: 3))
    grid.putRight("14:32Z", row: 0)
    #expect(grid.putRight("日本", row: 1, endColumn: 8) == 4)
    grid.putRight("a long text here", row: 2, endColumn: 8, width: 5)
    #expect(grid.text == "    14:32Z\n    日本\n   a lo…")
  }

  @Test func placesOutsideTheGridAreIgnored() {
    var grid = CellGrid(size: Size(columns: 3, rows: 1))
    #expect(grid.put("x", row: 1, column: 0) == 0)
    #expect(grid.put("x", row: -1, column: 0) == 0)
    #expect(grid.put("x", row: 0, column: 3) == 0)
    #expect(grid.put("x", row: 0, column: -1) == 0)
    #expect(grid.putRight("x", row: 0, endColumn: 0) == 0)
    grid.fill(row: 4)
    grid.hline(row: 0, columns: 5..<9)
    grid.restyle(row: 2) { $0.role = .danger }
    #expect(grid == CellGrid(size: Size(columns: 3, rows: 1)))
    var none = CellGrid(size: Size(columns: 0, rows: -2))
    none.put("x", row: 0, column: 0)
    none.hline(row: 0)
    #expect(none.text == "")
  }

  @Test func rolesShowInTheSecondBlock() {
    var grid = CellGrid(size: Size(columns: 8, rows: 2))
    grid.put("SEV1", row: 0, column: 2, style: Style(.severity1, .bold))
    grid.hline(row: 1, columns: 0..<3)
    grid.restyle(row: 0, columns: 2..<3) { $0.role = .selected }
    #expect(grid.text == "  SEV1\n───")
    #expect(grid.styleText == "..S111\nbbb")
  }

  @Test func eachRoleHasItsLetter() {
    #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
  }

  @Test func placeLaysAGridOverAnother() {
    var below = CellGrid(size: Size(columns: 6, rows: 2))
    below.put("日本語", row: 0, column: 0)
    below.put("abcdef", row: 1, column: 0)
    var above = CellGrid(size: Size(columns: 2, rows: 3))
    above.put("xy", row: 0, column: 0)
    above.put("水", row: 1, column: 0)
    below.place(above, row: 0, column: 1)
    #expect(below.text == " xy 語\na水def")
    below.place(above, row: 1, column: 5)
    below.place(above, row: 0, column: -1)
    #expect(below.text == "yxy 語\n 水dex")
  }

  /// Whatever is put wherever: each wide cell has its right half, each right half its wide cell.
  @Test(arguments: 0..<20)
  func wideCellsStayWhole(seed: UInt64) {
    var random = SeededScalars(seed: seed)
    for glyphs in Glyphs.allCases {
      var grid = CellGrid(size: Size(columns: 9, rows: 3), glyphs: glyphs)
      for _ in 0..<200 {
        let column = Int.random(in: -2...10, using: &random)
        let row = Int.random(in: -1...3, using: &random)
        let width = Int.random(in: 0...9, using: &random)
        let used = grid.put(random.text(count: 8), row: row, column: column, width: width)
        #expect(used <= width && used <= max(0, 9 - column))
        var other = CellGrid(size: Size(columns: 3, rows: 2), glyphs: glyphs)
        other.put(random.text(count: 3), row: 0, column: 0)
        grid.place(other, row: row, column: column)
        for row in 0..<3 {
          for column in 0..<9 {
            let cell = grid[row: row, column: column]
            if cell.width == 2 { #expect(column < 8 && grid[row: row, column: column + 1].width == 0) }
            if cell.width == 0 { #expect(column > 0 && grid[row: row, column: column - 1].width == 2) }
          }
        }
      }
    }
  }

  @Test func aCellIsPlainMemory() {
    #expect(MemoryLayout<GridCell>.stride == 16)
    #expect(_isPOD(GridCell.self))
  }
}
