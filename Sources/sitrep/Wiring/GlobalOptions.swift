import ArgumentParser

/// The options that every verb takes, before or after its words.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store's file.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("The folder with the configuration.", valueName: "dir"))
  var config: String?

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who you are, where the login does not say it.", valueName: "name"))
  var person: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print lines instead of a screen, for screen readers and pipes.")
  var plain = false

  @Flag(help: "Change nothing; an unwritable store is read through a private copy.")
  var readOnly = false

  @Option(help: ArgumentHelp("Colour on the screen: auto, always or never.", valueName: "when"))
  var color = "auto"

  @Flag(help: "Use ASCII only.")
  var ascii = false

  private static let times: Set = [
    "--at", "--since", "--from", "--to", "--impact-start", "--detected", "--declared", "--mitigated", "--resolved",
    "--as-of", "--next", "--until",
  ]

  /// "--at -10m" as one word, for a value that begins with a dash would be taken for an option.
  static func joined(timesIn arguments: [String]) -> [String] {
    var result: [String] = []
    for argument in arguments {
      if let last = result.last, times.contains(last), argument.hasPrefix("-"),
        argument.dropFirst().first?.isNumber == true
      {
        result[result.count - 1] = last + "=" + argument
      } else {
        result.append(argument)
      }
    }
    return result
  }

  private static let withValue: Set = ["--db", "--config", "--as", "--color"]
  private static let flags: Set = ["--json", "--plain", "--read-only", "--ascii"]

  /// How many of the arguments a global option in front takes; 0 where none stands there.
  static func length(in arguments: ArraySlice<String>) -> Int {
    guard let first = arguments.first else { return 0 }
    let name = String(first.prefix { $0 != "=" })
    if flags.contains(name) { return 1 }
    guard withValue.contains(name) else { return 0 }
    return min(arguments.count, first == name ? 2 : 1)
  }
}
