import Commands
import Testing

@testable import Screens

/// How each screen looks at the sizes people have.
@Suite struct GoldenScreenTests {
  @Test(arguments: CataloguedScreen.all, ScreenShape.all)
  func looks(_ screen: CataloguedScreen, _ shape: ScreenShape) throws {
    try Golden.check(try screen.open(shape).grid, "\(screen.name)-\(shape)")
  }

  /// Every place and everything that can open above it is among them, so that a new one without a golden is found.
  @Test func everyPlaceAndModeIsAmongThem() throws {
    var places: Set<RegisteredCommand.Place> = []
    var modes: Set<Mode> = []
    for screen in CataloguedScreen.all {
      let script = try screen.open(ScreenShape.all[0])
      places.insert(script.state.place.registered)
      modes.insert(Mode(script.state.mode))
    }
    #expect(places == Set(RegisteredCommand.Place.allCases))
    #expect(modes == Set(Mode.allCases))
    #expect(Set(CataloguedScreen.all.map(\.name)).count == CataloguedScreen.all.count)
  }

  /// A golden that no screen is compared with proves nothing.
  @Test func noGoldenIsLeftOver() throws {
    let names = CataloguedScreen.all.flatMap { screen in ScreenShape.all.map { "\(screen.name)-\($0)" } }
    #expect(try Golden.names().subtracting(names).sorted() == [])
  }

  enum Mode: CaseIterable {
    case keys, line, choice, composer, palette, help, outward, changed, destructive, find, chat, runChoice, alerts,
      editor, message

    init(_ mode: InputMode) {
      self =
        switch mode {
        case .keys: .keys
        case .line: .line
        case .choice: .choice
        case .composer: .composer
        case .palette: .palette
        case .help: .help
        case .confirm(let confirmation):
          switch confirmation.kind {
          case .outward: .outward
          case .changedMeanwhile: .changed
          case .destructive: .destructive
          }
        case .find: .find
        case .chat: .chat
        case .runChoice: .runChoice
        case .alerts: .alerts
        case .editor: .editor
        case .message: .message
        }
    }
  }
}
