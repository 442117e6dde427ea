import OnCall
import Yams

/// `sitrep.yaml`: where to listen, where runbooks lie, what is blanked, which zone is shown, which
/// ways there are to the outside.
enum ConsoleFile {
  static let name = "sitrep.yaml"
  private static let keys = [
    "listen", "intake_key_env", "intake_key_file", "runbooks", "redaction", "zone", "bell", "notify", "delivery",
    "watch", "sources",
  ]

  /// - Parameter people: those of `oncall.yaml`, as a way of pages belongs to one of them.
  static func read(_ document: Node, people: [Person], findings: Findings) -> ConsoleSettings {
    var settings = ConsoleSettings()
    guard let root = SettingsSection(document, name: "sitrep.yaml", keys: keys, findings: findings) else {
      return settings
    }
    if let listen = listen(root) { settings.listen = listen }
    settings.intakeKey = intakeKey(root)
    if root.has("runbooks") { settings.runbookFolders = root.list("runbooks") }
    if root.has("redaction") { settings.redactionPatterns = patterns(root) }
    if let zone = root.zone("zone") { settings.displayZone = zone }
    if let bell = root.choice("bell", of: Switch.self) { settings.rings = bell == .on }
    if let notify = root.choice("notify", of: Switch.self) { settings.notifies = notify == .on }
    settings.watch = WatchReader.read(root)
    if let delivery = root.section("delivery", keys: ["channels", "pages", "pagers"]) {
      settings.channels = ChannelReader.read(delivery)
      settings.pageChannels = PageChannelReader(delivery, channels: settings.channels, people: people).read()
      settings.pagers = PagerReader(delivery, channels: settings.channels).read()
    }
    return settings
  }

  private enum Switch: String, CaseIterable { case on, off }

  private static func listen(_ root: SettingsSection) -> ListenAddress? {
    guard let text = root.text("listen") else { return nil }
    // A port that is another one each time is no address for a sender to be told.
    if let address = ListenAddress(text), address.port > 0 { return address }
    root.report(
      "listen", "'listen' is '\(text)'",
      advice: "write an address and a port from 1 to 65535, for example 127.0.0.1:7780")
    return nil
  }

  private static func intakeKey(_ root: SettingsSection) -> SecretReference? {
    if root.has("intake_key_env"), root.has("intake_key_file") {
      root.report(
        "intake_key_file", "the intake's key stands in two places", advice: "keep 'intake_key_env' or 'intake_key_file'"
      )
    }
    if let name = root.text("intake_key_env") {
      guard SecretReference.isVariable(name) else {
        root.report(
          "intake_key_env", "'intake_key_env' is not the name of a variable",
          advice: "write a name such as SITREP_INTAKE_KEY, and set the secret in the environment")
        return nil
      }
      return .environment(name)
    }
    guard let path = root.text("intake_key_file") else { return nil }
    guard path.hasPrefix("/") else {
      root.report(
        "intake_key_file", "'intake_key_file' is not a whole path",
        advice: "write for example /etc/sitrep/secrets/intake, readable by `serve` alone")
      return nil
    }
    return .file(path)
  }

  private static func patterns(_ root: SettingsSection) -> [String] {
    for item in root.items("redaction") {
      do {
        let pattern = try Regex(item.text)
        if try pattern.wholeMatch(in: "") != nil {
          root.findings.report(
            item.node, "'\(item.text)' matches the empty text",
            advice: "write a pattern that needs at least one character")
        }
      } catch {
        root.findings.report(
          item.node, "'\(item.text)' is no regular expression",
          advice: "check the brackets and backslashes; single quotes keep them")
      }
    }
    return root.list("redaction")
  }
}
