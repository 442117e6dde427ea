import Glibc
import Screens
import Terminal
import TerminalTestSupport
import Testing

/// What each backend owes to the loop, whatever it is made of.
@Suite struct BackendConformanceTests {
  enum Kind: CaseIterable { case curses, memory, plain }

  @Test(arguments: Kind.allCases)
  func livesThroughAWholeLife(kind: Kind) async throws {
    try await onLoopThread {
      let terminal = try PseudoTerminal(columns: 30, rows: 6)
      let backend: any TerminalBackend =
        switch kind {
        case .curses:
          try NCursesBackend(
            TerminalSettings(environment: NCursesBackendTests.environment), input: terminal.near,
            output: terminal.near)
        case .memory: MemoryBackend(size: Size(columns: 30, rows: 6))
        case .plain:
          PlainBackend(output: terminal.near, glyphs: .unicode, size: Size(columns: 30, rows: 6))
        }
      #expect(backend.size == Size(columns: 30, rows: 6))
      #expect(backend.read() == TerminalInput(keys: []))
      for size in [backend.size, Size(columns: 0, rows: 0), Size(columns: 99, rows: 99)] {
        var grid = CellGrid(size: size, glyphs: backend.glyphs)
        grid.put("hello", row: 0, column: 0)
        grid.cursor = Position(column: 98, row: 98)
        backend.present(grid)
      }
      backend.send(.bell)
      backend.repaint()
      backend.suspend()
      backend.print("to copy")
      backend.resume()
      backend.measure()
      backend.present(CellGrid(size: backend.size))
      #expect(backend.size == Size(columns: 30, rows: 6))
      backend.close()
      #expect(terminal.isCooked())
      if let memory = backend as? MemoryBackend {
        #expect(
          memory.events == [
            .frame, .frame, .frame, .signal(.bell), .repaint, .suspend, .printed("to copy"), .resume, .frame, .close,
          ])
      } else {
        let bytes = terminal.output()
        #expect(bytes.contains("hello") && bytes.contains("to copy"))
      }
    }
  }

  @Test func memoryHandsOutItsScript() async throws {
    try await onLoopThread {
      let backend = MemoryBackend(size: Size(columns: 3, rows: 1), script: [[.up, .down], [.enter]])
      backend.hangUp()
      #expect(backend.read() == TerminalInput(keys: [.up, .down]))
      #expect(backend.read() == TerminalInput(keys: [.enter], hasHungUp: true))
    }
  }

  @Test func plainPrintsRowsThatChangedAndNothingThatSteers() async throws {
    try await onLoopThread {
      var ends: [Int32] = [0, 0]
      #expect(pipe(&ends) == 0)
      defer { for end in ends { close(end) } }
      let backend = PlainBackend(output: ends[1], glyphs: .unicode)
      var grid = CellGrid(size: Size(columns: 20, rows: 3))
      grid.put("one\u{1B}[2J", row: 0, column: 0)
      grid.put("two", row: 2, column: 0)
      backend.present(grid)
      grid.put("2  ", row: 2, column: 0)
      backend.present(grid)
      backend.print("a\u{202E}b\nc\rd")
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = read(ends[0], &buffer, buffer.count)
      #expect(String(decoding: buffer[..<count], as: UTF8.self) == "one␛[2J\ntwo\n2\na□b\nc␍d\n")
    }
  }
}
