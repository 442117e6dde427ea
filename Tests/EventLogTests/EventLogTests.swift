import Testing
@Test func EventLogBuilds() {}
