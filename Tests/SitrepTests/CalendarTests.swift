import Foundation
import Testing

/// The on-call calendar as real calendar programs read it, by the script that a person can run as well:
/// `Tests/EndToEnd/calendar.sh`.
@Suite struct CalendarTests {
  @Test(
    .enabled(if: EndToEndScript.isInstalled("khal"), "khal is not installed"), .timeLimit(.minutes(5)))
  func realProgramsReadTheExportAndTheFeed() async throws {
    let (status, printed) = try await EndToEndScript.run("calendar.sh", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
