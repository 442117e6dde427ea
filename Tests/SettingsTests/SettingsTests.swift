import Testing
@Test func SettingsBuilds() {}
