import Testing

/// Beside other pagers, by the script `Tests/EndToEnd/pagers.py`, which a person can run as well.
@Suite(.enabled(if: EndToEndScript.isInstalled("python3"), "python3 is not installed"), .serialized)
struct OtherPagerTests {
  @Test(.timeLimit(.minutes(15)), arguments: ["phone", "two", "both", "secrets"])
  func bothSidesKnowTheSame(_ check: String) async throws {
    let (status, printed) = try await EndToEndScript.run("pagers.py", [try BuiltProgram.path(), check])
    #expect(status == 0, "\(printed)")
  }
}
