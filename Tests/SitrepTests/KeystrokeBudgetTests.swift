import Testing

/// How many keys the commonest tasks take on the real program, by the script `Tests/EndToEnd/keystrokes.py`.
@Suite(.enabled(if: EndToEndScript.isInstalled("python3"), "python3 is not installed")) struct KeystrokeBudgetTests {
  @Test(.timeLimit(.minutes(10))) func eachTaskTakesNoMoreKeysThanItMay() async throws {
    let (status, printed) = try await EndToEndScript.run("keystrokes.py", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
