import Glibc
package import Screens

/// A terminal that only prints lines: for pipes, `TERM=dumb` and screen readers. Of a grid it prints the rows whose text
/// has changed, from top to bottom, and no control character but the line's end.
@TerminalActor package final class PlainBackend: TerminalBackend {
  package private(set) var size: Size
  package let glyphs: Glyphs
  package let inputDescriptor: Int32 = -1
  package let terminalDescriptor: Int32 = -1
  private let output: Int32
  private var lines: [String] = []

  /// - Parameter output: where the lines go; it stays open.
  package init(output: Int32 = STDOUT_FILENO, glyphs: Glyphs, size: Size = Size(columns: 80, rows: 24)) {
    self.output = output
    self.glyphs = glyphs
    self.size = size
  }

  package func present(_ grid: CellGrid) {
    let rows = grid.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, row) in rows.enumerated() where !row.isEmpty {
      if index >= lines.count || lines[index] != row { write(line: row) }
    }
    lines = rows
  }

  package func print(_ text: String) {
    write(line: Sanitizer.plain(text, keepingNewlines: true, glyphs: glyphs))
  }

  private func write(line: String) {
    FileWriting.write(line + "\n", to: output)
  }

  package func repaint() { lines = [] }
  package func measure() {}
  package func read() -> TerminalInput { TerminalInput(keys: []) }
  package func send(_ signal: TerminalSignal) {}
  package func suspend() {}
  package func resume() { lines = [] }
  package func readSuspended() -> SuspendedInput { .line }
  package func close() {}
}
