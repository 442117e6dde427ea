import Testing
@Test func ScreensBuilds() {}
