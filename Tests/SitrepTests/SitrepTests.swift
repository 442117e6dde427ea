import Testing

@Test func sitrepBuilds() {}
