import Glibc
import Screens
import Terminal
import TerminalTestSupport
import Testing

@Suite struct NCursesBackendTests {
  static let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]

  @TerminalActor private static func take(
    _ terminal: PseudoTerminal, _ environment: [String: String] = environment
  ) throws -> NCursesBackend {
    try NCursesBackend(TerminalSettings(environment: environment), input: terminal.near, output: terminal.near)
  }

  @Test func takesTheTerminalAndGivesItBack() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 40, rows: 10)
      #expect(terminal.isCooked())
      let backend = try Self.take(terminal)
      #expect(!terminal.isCooked())
      #expect(backend.size == Size(columns: 40, rows: 10))
      #expect(terminal.output().contains("\u{1B}[?2004h"))
      backend.suspend()
      #expect(terminal.isCooked())
      backend.resume()
      #expect(!terminal.isCooked())
      backend.close()
      backend.close()
      #expect(terminal.isCooked())
      let bytes = terminal.output()
      #expect(bytes.contains("\u{1B}[?1049l") && bytes.contains("\u{1B}[?2004l"))
    }
  }

  @Test func sendsOnlyWhatChanged() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 80, rows: 24)
      let backend = try Self.take(terminal)
      defer { backend.close() }
      var grid = CellGrid(size: backend.size)
      for row in 0..<24 { grid.put("row \(row) of the incident list", row: row, column: 2) }
      backend.present(grid)
      #expect(terminal.output().contains("row 23 of the incident list"))
      backend.present(grid)
      #expect(terminal.output() == "")
      grid.put("X", row: 5, column: 7)
      backend.present(grid)
      #expect(terminal.output().utf8.count <= 20)
      backend.repaint()
      backend.present(grid)
      #expect(terminal.output().contains("row 23 of"))
    }
  }

  @Test func aCursorKeyCostsAtMostWhatTigSends() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 120, rows: 40)
      let backend = try Self.take(terminal)
      defer { backend.close() }
      let size = backend.size
      func grid(selected: Int) -> CellGrid {
        var grid = CellGrid(size: size)
        for row in 0..<40 {
          grid.put("  42  SEV1   ack lea             update 4m     17m     api       5xx ratio", row: row, column: 0)
        }
        grid.restyle(row: selected) { $0.role = .selected }
        return grid
      }
      backend.present(grid(selected: 3))
      _ = terminal.output()
      backend.present(grid(selected: 4))
      #expect(terminal.output().utf8.count <= 316)
    }
  }

  @Test func wideAndMarkedCharactersArriveWhole() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 20, rows: 3)
      let backend = try Self.take(terminal)
      defer { backend.close() }
      var grid = CellGrid(size: backend.size)
      grid.put("日本 e\u{301} ☃ \u{202E}x\u{1B}]0;t", row: 1, column: 0)
      backend.present(grid)
      let bytes = terminal.output()
      #expect(bytes.contains("日本 e\u{301} ☃ □x␛]0;t"))
      #expect(!bytes.contains("\u{202E}"))
    }
  }

  @Test(
    arguments: [
      ("\u{1B}[A\u{1B}OB", [.up, .down]), ("\u{1B}[200~a\nb\u{1B}[201~", [.paste("a\nb")]), ("é", [.character("é")]),
      ("\u{1B}[99;5uq", [.character("q")]), ("\u{1B}[5~\u{1B}[Z\u{7F}", [.pageUp, .backTab, .backspace]),
      ("\u{1B}OP\u{3}", [.function(1), .control("c")]), ("\u{1B}", [.escape]),
    ] as [(String, [Key])])
  func readsKeys(typed: String, expected: [Key]) async throws {
    let keys = try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 40, rows: 10)
      let backend = try Self.take(terminal)
      defer { backend.close() }
      terminal.type(typed)
      return backend.read().keys
    }
    #expect(keys == expected)
  }

  @Test func anySizeIsPainted() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 40, rows: 10)
      let backend = try Self.take(terminal)
      defer { backend.close() }
      let sizes: [(UInt16, UInt16)] = [(1, 1), (300, 100), (2, 5), (80, 24), (1, 50), (200, 1)]
      for (columns, rows) in sizes {
        terminal.resize(columns: columns, rows: rows)
        backend.measure()
        #expect(backend.size == Size(columns: Int(columns), rows: Int(rows)))
        // A frame made for another size than the terminal has by now must not harm.
        for size in [backend.size, Size(columns: 40, rows: 10)] {
          var grid = CellGrid(size: size)
          for row in 0..<size.rows { grid.put("日本語 text \(row)", row: row, column: 0) }
          grid.cursor = Position(column: 30, row: 8)
          backend.present(grid)
          #expect(!terminal.output().isEmpty || size != backend.size)
        }
        #expect(backend.read() == TerminalInput(keys: []))
      }
    }
  }

  @Test(
    arguments: [
      (["TERM": "dumb"], .dumb), (["TERM": "dumb", "LANG": "C"], .dumb),
    ] as [([String: String], TerminalTrouble.Code)])
  func refusesATerminalThatOnlyPrints(environment: [String: String], code: TerminalTrouble.Code) async throws {
    let trouble = await #expect(throws: TerminalTrouble.self) {
      try await onLoopThread {
        let terminal = try PseudoTerminal(columns: 40, rows: 10)
        try Self.take(terminal, environment).close()
      }
    }
    #expect(trouble?.code == code)
    #expect(trouble?.message.contains("--plain") == true)
  }

  @Test func noTerminalIsRefused() async throws {
    let trouble = await #expect(throws: TerminalTrouble.self) {
      try await onLoopThread {
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        try NCursesBackend(TerminalSettings(environment: Self.environment), input: null, output: null).close()
      }
    }
    #expect(trouble?.code == .notATerminal)
  }

  @Test(arguments: ["no-such-terminal", ""])
  func anUnknownTerminalIsTakenForXterm(name: String) async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 40, rows: 10)
      let backend = try Self.take(terminal, ["TERM": name, "LANG": "C.UTF-8"])
      backend.close()
      #expect(terminal.output().contains("\u{1B}[?1049h"))
    }
  }

  @Test func asciiTerminalsGetASCII() async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 40, rows: 3)
      let backend = try Self.take(terminal, ["TERM": "xterm-256color", "LC_ALL": "C"])
      defer { backend.close() }
      #expect(backend.glyphs == .ascii)
      var grid = CellGrid(size: backend.size, glyphs: backend.glyphs)
      grid.put("é 日 → …", row: 0, column: 0)
      grid.hline(row: 1)
      backend.present(grid)
      #expect(terminal.output().utf8.max() ?? 0 < 0x80)
    }
  }

  @Test func noColorLeavesColorsAlone() async throws {
    try await onLoopThread {
      for (noColor, isColored) in [("1", false), ("", true)] {
        let terminal = try PseudoTerminal(columns: 40, rows: 3)
        let backend = try Self.take(terminal, Self.environment.merging(["NO_COLOR": noColor]) { $1 })
        var grid = CellGrid(size: backend.size)
        grid.put("danger", row: 0, column: 0, style: Style(.danger))
        backend.present(grid)
        #expect(terminal.output().contains("38;5;") == isColored)
        backend.close()
      }
    }
  }
}
