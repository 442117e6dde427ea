import Terminal
import Testing

@Suite struct TerminalSignalTests {
  @Test(
    arguments: [
      (.bell, "\u{7}"), (.notify("SEV1 api down"), "\u{1B}]9;SEV1 api down\u{7}"),
      (.title("a\u{7}\u{1B}]52;c;x\u{7}é\u{9C}"), "\u{1B}]2;a??]52;c;x?e?\u{7}"),
    ] as [(TerminalSignal, String)])
  func bytes(signal: TerminalSignal, expected: String) { #expect(signal.bytes == Array(expected.utf8)) }

  @Test func textIsShort() {
    #expect(TerminalSignal.notify(String(repeating: "x", count: 10_000)).bytes.count == 120 + 5)
  }
}
