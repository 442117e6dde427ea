import Testing
@Test func OnCallBuilds() {}
