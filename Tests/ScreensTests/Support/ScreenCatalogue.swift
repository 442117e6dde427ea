import Commands
import EventLog
import Incidents

@testable import Screens

/// The screens that were looked at: each with the world it shows and the keys that lead there. Every one has its golden
/// at every shape.
struct CataloguedScreen: Sendable, CustomStringConvertible {
  var name: String
  var open: @Sendable (ScreenShape) throws -> ScreenScript

  init(_ name: String, _ open: @escaping @Sendable (ScreenShape) throws -> ScreenScript) {
    self.name = name
    self.open = open
  }

  /// A world and keys.
  init(_ name: String, _ keys: String, _ world: @escaping @Sendable () throws -> TestWorld = TestWorld.afternoon) {
    self.init(name) { shape in
      var script = shape.script(try world())
      script.press(keys)
      return script
    }
  }

  var description: String { name }

  static let all: [CataloguedScreen] = places + warRooms + messages + onCall + steppers + asking + speaking

  private static let places: [CataloguedScreen] = [
    .init("list", ""), .init("list-major", "j j"), .init("room", "j j Enter"), .init("room-facts", "j j Enter Tab"),
    .init("stepper", "j j r"), .init("stepper-source", "j j r v"), .init("runbooks", "3"), .init("past", "4"),
    .init("help", "?"), .init("help-room", "j j Enter ?"),
    .init("first-run", "") { TestWorld.empty(isNew: true) },
    .init("empty", "") {
      var world = TestWorld.empty()
      world.past = try TestWorld.afternoon().past
      return world
    },
    .init("other-pager", "j j") { try TestWorld.otherPager() },
    .init("other-pager-room", "j j Enter") { try TestWorld.otherPager() },
    .init("anniversary", "") { TestWorld.anniversary() },
    .init("storm", "Space Space") {
      var world = try TestWorld.afternoon()
      world.header.storm = Header.Storm(count: 23, since: IncidentStory.at("14:31"))
      world.rows[1].suspectedParent = world.rows[2].id
      world.rows[1].parentLabel = "42"
      return world
    },
  ]

  private static let warRooms: [CataloguedScreen] = [
    .init("war-room", "j j Enter") { try TestWorld.warRoom() },
    .init("war-room-facts", "j j Enter Tab") { try TestWorld.warRoom() },
    .init("war-room-facts-end", "j j Enter Tab G") { try TestWorld.warRoom() },
    .init("hand-over", "j j Enter") { try TestWorld.warRoom(asks: "ops") },
    .init("hand-over-further", "j j Enter ^D") { try TestWorld.warRoom(asks: "ops") },
    .init("hand-over-end", "j j Enter G") { try TestWorld.warRoom(asks: "ops") },
    .init("as-known", "j j Enter [ [ [ [ [ [ [ [ [") { try TestWorld.warRoom() },
    .init("board") { shape in
      ScreenScript(try TestWorld.warRoom(), size: shape.size, glyphs: shape.glyphs, opensBoard: true)
    },
  ]

  private static let messages: [CataloguedScreen] = [
    .init("message", "j j c") { try TestWorld.telling() },
    .init("message-keys", "j j c ^G") { try TestWorld.telling() },
    .init("message-unheard", "j j c ^G") { try TestWorld.unheard() },
    .init("message-checked") { shape in
      var script = shape.script(try TestWorld.telling())
      script.press("j j c Tab")
      script.type("It is probably db-prod-01, fixed within the hour.")
      return script
    },
    .init("message-asked") { shape in
      var script = shape.script(try TestWorld.telling())
      script.press("j j c")
      script.type("We roll back 412.")
      script.press("Enter")
      return script
    },
    .init("message-number", "j j c Tab Enter 4") { try TestWorld.approved() },
    .init("message-gap", "c Enter") { try TestWorld.telling() },
    .init("message-by-hand", "j j c Enter"),
  ]

  private static let onCall: [CataloguedScreen] = [
    .init("on-call", "2"),
    .init("on-call-news", "2") { try TestWorld.busy() }, .init("on-call-further", "2 ^D") { try TestWorld.busy() },
    .init("on-call-shift", "2 G") { try TestWorld.busy() }, .init("on-call-take", "2 t") { try TestWorld.busy() },
    .init("on-call-override", "2 G o") { try TestWorld.busy() },
  ]

  private static let steppers: [CataloguedScreen] = [
    ("stepper-options", nil, RunbookPage.Text.same, ""), ("stepper-choice", nil, .same, "o"),
    ("stepper-taken", 2, .same, "j"), ("stepper-not-taken", 2, .same, "k"), ("stepper-fill", 2, .same, "j ="),
    ("stepper-changed", 2, .changed, ""),
  ].map { (name: String, taken: Int?, text: RunbookPage.Text, keys: String) in
    CataloguedScreen(name, "j j r " + keys) { try TestWorld.options(taken: taken, text: text) }
  }

  private static let asking: [CataloguedScreen] = [
    .init("list-severity", "s"), .init("list-log", "l"), .init("palette", ": a c k"), .init("chord", "P"),
    .init("find", "/ r e d i s"), .init("delegate", "j j Enter d"),
    .init("run-choice") { shape in
      var world = try TestWorld.afternoon()
      let id = world.rows[0].id
      world.details[id]?.runbook = world.runbooks[1]
      world.details[id]?.furtherRunbooks = [TestWorld.runbookRow(run: nil)]
      var script = shape.script(world)
      script.press("r")
      return script
    },
    .init("alerts", "j j Enter J") { try TestWorld.afterwards() }, .init("editor", "j j Enter e"),
    .init("chat", "j j Enter L"),
    .init("undo-import") { shape in
      var world = try TestWorld.afternoon()
      let id = world.rows[2].id
      world.details[id]?.undoable = "12 lines of chat that you took over"
      world.details[id]?.undoableEntries = 12
      var script = shape.script(world)
      script.press("j j Enter u")
      return script
    },
    .init("composer") { shape in
      var script = shape.script(try TestWorld.afternoon(), offset: .hours(1), zoneName: "CET")
      script.press("j j Enter l")
      script.type("-12m /decision keep 412 for now")
      return script
    },
    .init("import") { shape in
      var script = shape.script(try TestWorld.afternoon())
      script.press("j j Enter L")
      let chat = """
        [13:58] lea: one in eight checkouts fails
        [14:02] mira: the upstreams look healthy, it is the release that
        went out at half past one
        jon  2:07 PM
        rolling back 412 to 411

        """
      script.send(.key(.paste(chat)))
      return script
    },
  ]

  /// What the console says back, and what it says about itself.
  private static let speaking: [CataloguedScreen] = [
    .init("drill") { shape in
      var world = try TestWorld.afternoon()
      world.header.isDrill = true
      world.header.warnings = ["No alert has arrived from alertmanager since 13:02", "The clock runs 3s ahead"]
      return shape.script(world, isReadOnly: true)
    },
    .init("refused") { shape in try refused(shape) },
    .init("ghost") { shape in
      var script = try refused(shape)
      script.world.rows.removeFirst()
      script.send(.changed)
      return script
    },
    .init("changed") { shape in
      var script = shape.script(try TestWorld.afternoon())
      script.press("s 1")
      let id = script.world.rows[0].id
      script.world.details[id]?.row.revision += 1
      script.answer(.failure(Trouble(.changedMeanwhile, "jon set it to SEV3 at 14:31.")))
      return script
    },
    .init("kept") { shape in
      var script = shape.script(try TestWorld.afternoon())
      script.press("j j Enter d")
      script.type("jon check replica lag 3m")
      script.press("Esc d")
      return script
    },
  ]

  private static func refused(_ shape: ScreenShape) throws -> ScreenScript {
    var script = shape.script(try TestWorld.afternoon())
    script.press("a")
    let words = "Another program holds the store for longer than 5 s: try again; sitrep doctor names it."
    script.answer(.failure(Trouble(.lockedTooLong, words)))
    return script
  }
}

/// A size that people have, and whether their terminal knows more than ASCII.
struct ScreenShape: Sendable, CustomStringConvertible {
  var columns: Int
  var rows: Int
  var glyphs = Glyphs.unicode

  static let all = [
    ScreenShape(columns: 80, rows: 24), .init(columns: 80, rows: 24, glyphs: .ascii), .init(columns: 100, rows: 30),
    .init(columns: 100, rows: 30, glyphs: .ascii), .init(columns: 120, rows: 40), .init(columns: 40, rows: 10),
    .init(columns: 40, rows: 10, glyphs: .ascii), .init(columns: 1, rows: 1),
  ]

  var size: Size { Size(columns: columns, rows: rows) }
  var description: String { "\(columns)x\(rows)\(glyphs == .ascii ? "-ascii" : "")" }

  func script(
    _ world: TestWorld, offset: Span = .zero, zoneName: String? = nil, isReadOnly: Bool = false
  ) -> ScreenScript {
    ScreenScript(
      world, columns: columns, rows: rows, glyphs: glyphs, offset: offset, zoneName: zoneName, isReadOnly: isReadOnly)
  }
}

extension TestWorld {
  /// The afternoon with everything on the rota that can wait for somebody.
  static func busy() throws -> TestWorld {
    var world = try afternoon()
    world.onCall = busyRota
    world.header.news = world.onCall.notices
    return world
  }
}
