import Testing
@Test func ReviewBuilds() {}
