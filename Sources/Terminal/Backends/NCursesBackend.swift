import CTerminal
import Glibc
package import Screens

/// The terminal by way of curses. Grids are compared here, and curses is handed the cells that changed, row by row.
@TerminalActor package final class NCursesBackend: TerminalBackend {
  package private(set) var size: Size
  package let glyphs: Glyphs
  package let palette: Palette
  package let inputDescriptor: Int32
  package let terminalDescriptor: Int32
  private let hasCommands: Bool
  private let streams: StandardStreams
  /// The grid on the screen; nil when nobody knows what is there.
  private var shown: CellGrid?
  /// Curses' number of each role's colour pair.
  private let pairs: [Int16]
  /// One row's cells on their way to curses, kept between frames.
  private var row: [sitrep_cell] = []
  private var decoder = KeyDecoder()
  /// Readings in a row that gave nothing although the terminal was readable.
  private var emptyReadings = 0
  private var isOpen = true

  /// So many empty readings mean that the other end has gone.
  private static let mostEmptyReadings = 100

  /// Takes the terminal behind two descriptors. What was there comes back with `close()`, at exit, and in a crash.
  /// - Throws: `TerminalTrouble` when there is no terminal, or none that curses can drive; nothing is taken then.
  package init(
    _ settings: TerminalSettings, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) throws(TerminalTrouble) {
    guard isatty(input) == 1, isatty(output) == 1 else {
      throw TerminalTrouble(.notATerminal, "Standard input and output are no terminal; use --plain.")
    }
    let name = settings.environment["TERM"] ?? ""
    guard name != "dumb" else {
      throw TerminalTrouble(.dumb, "TERM is \"dumb\", a terminal that can only print lines; use --plain.")
    }
    let log: ConsoleLogFile? = if let path = settings.logPath { try ConsoleLogFile(path: path) } else { nil }
    let chosen = Charset.glyphs(environment: settings.environment, ascii: settings.ascii)
    glyphs = sitrep_locale_utf8() ? chosen : .ascii
    terminalDescriptor = fcntl(output, F_DUPFD_CLOEXEC, 3)
    inputDescriptor = input
    streams = StandardStreams(log: log)
    let note =
      "sitrep: ended by a crash; the terminal was restored.\(log.map { " What was said last: \($0.path)" } ?? "")\n"
    sitrep_crash_guard(terminalDescriptor, streams.error, note)
    guard Self.open(name, input: input, output: terminalDescriptor) else {
      streams.close()
      _ = Glibc.close(terminalDescriptor)
      throw TerminalTrouble(
        .unknown,
        "The terminal \"\(Sanitizer.plain(name))\" is unknown here; set TERM to xterm-256color or use --plain.")
    }
    streams.divert()
    hasCommands = sitrep_screen_has_commands()
    palette = Palette(
      .choose(
        settings.color, noColor: settings.environment["NO_COLOR"], colors: Int(sitrep_screen_colors())))
    pairs = Self.makePairs(palette)
    size = Size(columns: 80, rows: 24)
    measure()
  }

  private static func open(_ name: String, input: Int32, output: Int32) -> Bool {
    (!name.isEmpty && sitrep_screen_open(name, input, output)) || sitrep_screen_open("xterm-256color", input, output)
  }

  private static func makePairs(_ palette: Palette) -> [Int16] {
    var pairOfColor: [Int: Int16] = [:]
    return StyleRole.allCases.map { role in
      guard let color = palette[role].foreground else { return 0 }
      if let pair = pairOfColor[color] { return pair }
      let pair = Int16(pairOfColor.count + 1)
      guard sitrep_screen_pair(Int32(pair), Int32(color)) else { return 0 }
      pairOfColor[color] = pair
      return pair
    }
  }

  package func present(_ grid: CellGrid) {
    for row in 0..<min(grid.size.rows, size.rows) {
      guard let columns = grid.changedColumns(row: row, since: shown) else { continue }
      put(grid, row: row, columns: columns)
    }
    shown = grid
    if let cursor = grid.cursor, cursor.row < size.rows, cursor.column < size.columns {
      sitrep_screen_flush(Int32(cursor.row), Int32(cursor.column))
    } else {
      sitrep_screen_flush(-1, -1)
    }
  }

  private func put(_ grid: CellGrid, row: Int, columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<size.columns)
    self.row.removeAll(keepingCapacity: true)
    for column in columns {
      let cell = grid[row: row, column: column]
      let role = cell.style.role
      // A wide character that the terminal's edge would cut shows as a blank.
      let isCut = cell.width == 2 && column + 1 == size.columns
      self.row.append(
        sitrep_cell(
          base: isCut ? 0x20 : cell.base.value, first_mark: cell.firstMark, second_mark: cell.secondMark,
          width: isCut ? 1 : cell.width,
          attributes: cell.style.attributes.union(palette[role].attributes).rawValue,
          pair: pairs[Int(role.rawValue)]))
    }
    self.row.withUnsafeBufferPointer { cells in
      sitrep_screen_put(Int32(row), Int32(columns.lowerBound), cells.baseAddress, Int32(cells.count))
    }
  }

  package func repaint() {
    shown = nil
    sitrep_screen_forget()
  }

  package func measure() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard sitrep_terminal_size(terminalDescriptor, &columns, &rows) else { return }
    let measured = Size(columns: Int(columns), rows: Int(rows))
    size = measured
    shown = nil
    sitrep_screen_resize(columns, rows)
  }

  package func read() -> TerminalInput {
    var tokens: [InputToken] = []
    var value: UInt32 = 0
    reading: while true {
      switch sitrep_screen_read(&value) {
      case SITREP_INPUT_CHARACTER: tokens.append(.scalar(value))
      case SITREP_INPUT_KEY: if let token = InputToken(curses: value) { tokens.append(token) }
      default: break reading
      }
    }
    emptyReadings = tokens.isEmpty ? emptyReadings + 1 : 0
    return TerminalInput(
      keys: decoder.keys(from: tokens, time: Monotonic.milliseconds()),
      hasHungUp: emptyReadings >= Self.mostEmptyReadings)
  }

  package func send(_ signal: TerminalSignal) {
    guard hasCommands || signal == .bell else { return }
    FileWriting.write(signal.bytes, to: terminalDescriptor)
  }

  package func suspend() {
    sitrep_screen_suspend()
    streams.restore()
  }

  package func resume() {
    streams.divert()
    sitrep_screen_resume()
    measure()
    repaint()
  }

  package func print(_ text: String) {
    FileWriting.write(Sanitizer.plain(text, keepingNewlines: true, glyphs: glyphs), to: terminalDescriptor)
  }

  package func readSuspended() -> SuspendedInput {
    var buffer = [UInt8](repeating: 0, count: 1_024)
    let count = Glibc.read(inputDescriptor, &buffer, buffer.count)
    if count > 0 { return buffer[..<count].contains(UInt8(ascii: "\n")) ? .line : .nothing }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .hungUp
  }

  package func close() {
    guard isOpen else { return }
    isOpen = false
    sitrep_screen_close()
    streams.close()
    _ = Glibc.close(terminalDescriptor)
  }
}
