import Testing
@Test func TerminalBuilds() {}
