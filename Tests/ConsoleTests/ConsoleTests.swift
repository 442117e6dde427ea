import Testing
@Test func ConsoleBuilds() {}
