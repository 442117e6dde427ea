import Testing

/// Six people in one room at once, by the script `Tests/EndToEnd/war_room.py`. With `SITREP_SOAK=1` the script counts much
/// further. Times are reported by it, and judged only where a person asks for it on a quiet machine.
@Suite(.serialized, .enabled("needs python3 with pyte (python3-pyte)") { EndToEndScript.hasScreenModel })
struct WarRoomTests {
  @Test(.timeLimit(.minutes(60)), arguments: ["storm", "frozen", "lost"])
  func whatOneDoesTheOthersSeeAndNothingIsLost(_ check: String) async throws {
    let (status, printed) = try await EndToEndScript.run("war_room.py", [try BuiltProgram.path(), check])
    #expect(status == 0, "\(printed)")
    Soak.report("war room \(printed)")
  }
}
