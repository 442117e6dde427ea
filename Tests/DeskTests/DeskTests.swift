import Testing
@Test func DeskBuilds() {}
