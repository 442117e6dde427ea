import Screens
import Terminal
import Testing

@Suite struct PaletteTests {
  @Test(arguments: ColorDepth.allCases)
  func neverBlackWhiteGreyOrBlue(depth: ColorDepth) {
    let palette = Palette(depth)
    for role in StyleRole.allCases {
      guard let color = palette[role].foreground else { continue }
      #expect(![0, 4, 7, 8, 12, 15, 16, 231].contains(color) && color < 232, "\(role)")
      if depth == .eight { #expect(color < 8) }
    }
  }

  @Test func monoHasNoColors() {
    let palette = Palette(.mono)
    #expect(StyleRole.allCases.allSatisfy { palette[$0].foreground == nil })
    for role in [StyleRole.selected, .headerAlarm, .severity1, .danger] { #expect(!palette[role].attributes.isEmpty) }
  }

  @Test func attributesDoNotDependOnColors() {
    for role in StyleRole.allCases {
      #expect(Palette(.mono)[role].attributes == Palette(.indexed)[role].attributes)
    }
  }

  @Test(
    arguments: [
      (.auto, nil, 256, .indexed), (.auto, "", 256, .indexed), (.auto, "1", 256, .mono), (.always, "1", 256, .indexed),
      (.never, nil, 256, .mono), (.auto, nil, 8, .eight), (.auto, nil, 16, .eight), (.always, nil, 0, .mono),
      (.auto, nil, 16_777_216, .indexed),
    ] as [(ColorChoice, String?, Int, ColorDepth)])
  func choosesTheDepth(choice: ColorChoice, noColor: String?, colors: Int, expected: ColorDepth) {
    #expect(ColorDepth.choose(choice, noColor: noColor, colors: colors) == expected)
  }

  @Test(
    arguments: [
      ([:], false, .unicode), (["LANG": "de_DE.UTF-8"], false, .unicode), (["LANG": "C.utf8"], false, .unicode),
      (["LANG": "C"], false, .ascii), (["LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"], false, .ascii),
      (["LC_ALL": "", "LC_CTYPE": "en_US.ISO-8859-1"], false, .ascii), (["LANG": "de_DE.UTF-8"], true, .ascii),
    ] as [([String: String], Bool, Glyphs)])
  func choosesTheSigns(environment: [String: String], ascii: Bool, expected: Glyphs) {
    #expect(Charset.glyphs(environment: environment, ascii: ascii) == expected)
  }
}
