import Foundation
import Testing

/// The exported pages in a real browser, by the script that a person can run as well: `Tests/EndToEnd/pages.py`.
@Suite struct PageTests {
  @Test(
    .enabled(if: EndToEndScript.hasBrowser, "Chromium or pdftotext is not installed"),
    .timeLimit(.minutes(10)))
  func everyPageStandsAloneAndIsReadableOnScreenAndPaper() async throws {
    let (status, printed) = try await EndToEndScript.run("pages.py", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
