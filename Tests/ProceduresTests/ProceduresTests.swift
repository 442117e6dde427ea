import Testing
@Test func ProceduresBuilds() {}
