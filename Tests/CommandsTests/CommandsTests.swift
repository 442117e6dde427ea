import Testing
@Test func CommandsBuilds() {}
