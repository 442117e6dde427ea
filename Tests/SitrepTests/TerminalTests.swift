import Testing

/// How the program itself behaves on a terminal, by the script `Tests/EndToEnd/terminal.py`. With `SITREP_SOAK=1` the
/// script counts much further.
@Suite(.enabled(if: EndToEndScript.isInstalled("python3"), "python3 is not installed")) struct TerminalTests {
  @Test(
    .timeLimit(.minutes(90)),
    arguments: ["exits", "crash", "suspend", "resize", "keys", "hostile"])
  func theTerminalIsGivenBackAsItWas(_ check: String) async throws {
    let (status, printed) = try await EndToEndScript.run("terminal.py", [try BuiltProgram.path(), check])
    #expect(status == 0, "\(printed)")
  }
}
