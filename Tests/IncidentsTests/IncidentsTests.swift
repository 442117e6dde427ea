import Testing
@Test func IncidentsBuilds() {}
