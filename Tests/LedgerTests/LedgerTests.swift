import Testing
@Test func LedgerBuilds() {}
