import Foundation
import Testing

/// The exported pages in a real browser, by the script that a person can run as well: `Tests/EndToEnd/pages.py`.
@Suite struct PageTests {
  private static let hasBrowser = ["chromium-headless-shell", "chromium"].contains(where: EndToEndScript.isInstalled)

  @Test(
    .enabled(if: hasBrowser && EndToEndScript.isInstalled("pdftotext"), "Chromium or pdftotext is not installed"),
    .timeLimit(.minutes(10)))
  func everyPageStandsAloneAndIsReadableOnScreenAndPaper() async throws {
    let (status, printed) = try await EndToEndScript.run("pages.py", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
