import Testing
@Test func IntakeBuilds() {}
