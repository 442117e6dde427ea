import ArgumentParser
import Commands
import Desk
import EventLog
import Glibc
import Ledger
import Screens
import Terminal

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play an incident in a store that is thrown away; everything in it is marked DRILL.",
    discussion: """
      On a terminal it opens the console and plays for a minute, while you look around and act. Elsewhere, or with \
      --plain, it plays and then prints the incident and its post-mortem.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many times faster than life.") var speed = 1.0

  func validate() throws {
    guard speed > 0, speed <= 1_000 else { throw ValidationError("--speed wants a number above 0, at most 1000.") }
  }

  func run() throws {
    let isPlain = options.plain || isatty(0) != 1 || isatty(1) != 1
    if !isPlain { ProcessSignals.block() }
    let parent = Surroundings.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let folder = try troubled { try TemporaryFolder(in: parent, named: "sitrep-demo") }
    defer { folder.remove() }
    let session = try Session.drill(options, folder: folder.path)
    defer { session.desk.ledger.close() }
    try session.desk.prepareRehearsal()
    if isPlain { return try playThrough(session) }
    let (desk, speed) = (session.desk, speed)
    let player = Task { await RehearsalPlayer(desk: desk, speed: speed).play() }
    defer { player.cancel() }
    let code = try ScreenConsole(session, options).run()
    if code != 0 {
      folder.remove()
      throw ExitCode(code)
    }
  }

  /// Plays without waiting and prints what came of it.
  private func playThrough(_ session: Session) throws {
    let desk = session.desk
    let played = Played()
    let done = Latch()
    Task {
      played.set(await RehearsalPlayer(desk: desk, speed: .infinity).play())
      done.open()
    }
    done.wait()
    guard let incident = played.incident else { throw Trouble(.unavailable, "The demo could not be played.") }
    let detail = try session.detail(incident)
    Output.line("DRILL: nothing here is real, and the store it was played in is thrown away.")
    Output.lines(PlainScreen.lines(of: detail, now: SystemClock.now()))
    Output.line("")
    Output.text(try PostMortemText.markdown(try desk.postMortem(of: incident)))
  }
}
