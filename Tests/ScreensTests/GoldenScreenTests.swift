import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// How each screen looks at the sizes people have.
@Suite struct GoldenScreenTests {
  struct Shape: Sendable, CustomStringConvertible {
    var columns: Int
    var rows: Int
    var glyphs = Glyphs.unicode
    var description: String { "\(columns)x\(rows)\(glyphs == .ascii ? "-ascii" : "")" }
  }

  static let shapes = [
    Shape(columns: 100, rows: 30), Shape(columns: 80, rows: 24), Shape(columns: 80, rows: 24, glyphs: .ascii),
    Shape(columns: 100, rows: 30, glyphs: .ascii), Shape(columns: 120, rows: 40), Shape(columns: 40, rows: 10),
    Shape(columns: 1, rows: 1),
  ]

  /// The name of the golden and the keys that lead there.
  static let afternoon = [
    ("list", ""), ("list-major", "j j"), ("list-severity", "s"), ("list-log", "l"), ("room", "j j Enter"),
    ("room-facts", "j j Enter Tab"), ("stepper", "j j r"), ("stepper-source", "j j r v"), ("on-call", "2"),
    ("runbooks", "3"), ("past", "4"), ("help", "?"), ("palette", ": a c k"), ("chord", "P"),
  ]

  @Test(arguments: shapes, afternoon)
  func places(_ shape: Shape, _ screen: (name: String, keys: String)) throws {
    var script = ScreenScript(
      try TestWorld.afternoon(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.press(screen.keys)
    try Golden.check(script.grid, "\(screen.name)-\(shape)")
  }

  /// The on-call screen with everything that can wait for somebody: at its top, further down, and asking.
  @Test(arguments: shapes, [("on-call-news", "2"), ("on-call-shift", "2 G"), ("on-call-take", "2 t")])
  func onCall(_ shape: Shape, _ screen: (name: String, keys: String)) throws {
    var world = try TestWorld.afternoon()
    world.onCall = TestWorld.busyRota
    world.header.news = world.onCall.notices
    var script = ScreenScript(world, columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.press(screen.keys)
    try Golden.check(script.grid, "\(screen.name)-\(shape)")
  }

  @Test(arguments: [shapes[1], shapes[2]])
  func composerWithTime(_ shape: Shape) throws {
    var script = ScreenScript(
      try TestWorld.afternoon(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs, offset: .hours(1),
      zoneName: "CET")
    script.press("j j Enter l")
    script.type("-12m /decision keep 412 for now")
    try Golden.check(script.grid, "composer-\(shape)")
  }

  @Test(arguments: [shapes[0], shapes[1], shapes[5]])
  func firstRun(_ shape: Shape) throws {
    let script = ScreenScript(TestWorld.empty(isNew: true), columns: shape.columns, rows: shape.rows)
    try Golden.check(script.grid, "first-run-\(shape)")
  }

  @Test func emptyList() throws {
    var world = TestWorld.empty()
    world.past = try TestWorld.afternoon().past
    try Golden.check(ScreenScript(world).grid, "empty-80x24")
  }

  @Test func drillAndReadOnly() throws {
    var world = try TestWorld.afternoon()
    world.header.isDrill = true
    world.header.warnings = ["No alert has arrived from alertmanager since 13:02", "The clock runs 3s ahead"]
    try Golden.check(ScreenScript(world, isReadOnly: true).grid, "drill-80x24")
  }

  @Test func refusalAndGhost() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("a")
    script.answer(
      .failure(
        Trouble(
          .lockedTooLong, "Another program holds the store for longer than 5 s: try again; sitrep doctor names it.")))
    try Golden.check(script.grid, "refused-80x24")
    script.world.rows.removeFirst()
    script.send(.changed)
    try Golden.check(script.grid, "ghost-80x24")
  }

  @Test func changedMeanwhile() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("s 1")
    let id = script.world.rows[0].id
    script.world.details[id]?.row.revision += 1
    script.answer(.failure(Trouble(.changedMeanwhile, "jon set it to SEV3 at 14:31.")))
    try Golden.check(script.grid, "changed-80x24")
  }

  /// The war room of a commander: tasks, a poll with an objection, hypotheses; and what somebody sees who is asked to
  /// take command of it.
  @Test(arguments: shapes, [("war-room", ""), ("war-room-facts", " Tab"), ("hand-over", "")])
  func warRoom(_ shape: Shape, _ screen: (name: String, keys: String)) throws {
    let world = try TestWorld.warRoom(asks: screen.name == "hand-over" ? "ops" : nil)
    var script = ScreenScript(world, columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.press("j j Enter" + screen.keys)
    try Golden.check(script.grid, "\(screen.name)-\(shape)")
  }

  @Test(arguments: shapes)
  func importedChat(_ shape: Shape) throws {
    var script = ScreenScript(
      try TestWorld.afternoon(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.press("j j Enter L")
    script.send(
      .key(
        .paste(
          "[13:58] lea: one in eight checkouts fails\n[14:02] mira: the upstreams look healthy, it is the release that\nwent out at half past one\njon  2:07 PM\nrolling back 412 to 411\n"
        )))
    try Golden.check(script.grid, "import-\(shape)")
  }

  /// The board for the wall, with keys from the console and without any.
  @Test(arguments: shapes)
  func board(_ shape: Shape) throws {
    let size = Size(columns: shape.columns, rows: shape.rows)
    let script = ScreenScript(try TestWorld.warRoom(), size: size, glyphs: shape.glyphs, opensBoard: true)
    try Golden.check(script.grid, "board-\(shape)")
  }

  /// The room as it was known twelve minutes before, with the row across it.
  @Test(arguments: shapes)
  func asKnown(_ shape: Shape) throws {
    var script = ScreenScript(
      try TestWorld.warRoom(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.press("j j Enter [ [ [ [ [ [ [ [ [")
    try Golden.check(script.grid, "as-known-\(shape)")
  }

  @Test(arguments: [shapes[0], shapes[1], shapes[5]])
  func storm(_ shape: Shape) throws {
    var world = try TestWorld.afternoon()
    world.header.storm = Header.Storm(count: 23, since: IncidentStory.at("14:31"))
    world.rows[1].suspectedParent = world.rows[2].id
    world.rows[1].parentLabel = "42"
    var script = ScreenScript(world, columns: shape.columns, rows: shape.rows)
    script.press("Space Space")
    try Golden.check(script.grid, "storm-\(shape)")
  }
}
