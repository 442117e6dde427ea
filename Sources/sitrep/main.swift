import ArgumentParser
import Commands
import Glibc

// The only way in. Synchronous: the console's loop owns this thread, and its signals are blocked before any other
// thread exists.
signal(SIGPIPE, SIG_IGN)
// A limit on the size of files is answered like a full disk, with a sentence.
signal(SIGXFSZ, SIG_IGN)
let arguments = GlobalOptions.joined(timesIn: VerbWords.ordered(Array(CommandLine.arguments.dropFirst())))
do {
  if let trouble = VerbWords.complaint(about: arguments) { throw trouble }
  var command = try Sitrep.parseAsRoot(arguments)
  defer { Session.close() }
  try command.run()
  if let trouble = Output.trouble { throw trouble }
} catch let trouble as Trouble {
  Output.complain(trouble.message)
  exit(trouble.exitCode)
} catch {
  let code = Sitrep.exitCode(for: error)
  if code == .success || error is ExitCode { Sitrep.exit(withError: error) }
  // The parser repeats what was typed, which may hold anything.
  Output.refuse(Sitrep.fullMessage(for: error))
  exit(code.rawValue)
}
