import Testing

/// The way from a real Alertmanager to the exported post-mortem, by the script that a person can run as well:
/// `Tests/EndToEnd/alertmanager.sh`.
@Suite struct AlertmanagerTests {
  @Test(
    .enabled(if: EndToEndScript.isInstalled("prometheus-alertmanager"), "prometheus-alertmanager is not installed"),
    .enabled(if: EndToEndScript.isInstalled("tmux"), "tmux is not installed"), .timeLimit(.minutes(5)))
  func anAlertBecomesAPostMortem() async throws {
    let (status, printed) = try await EndToEndScript.run("alertmanager.sh", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
