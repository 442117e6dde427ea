import ArgumentParser
import Commands
import Glibc

// The only way in. Synchronous: the console's loop owns this thread, and its signals are blocked before any other
// thread exists.
signal(SIGPIPE, SIG_IGN)
let arguments = GlobalOptions.joined(
  timesIn: GlobalOptions.moved(behindTheVerb: Array(CommandLine.arguments.dropFirst())))
do {
  var command = try Sitrep.parseAsRoot(arguments)
  try command.run()
} catch let trouble as Trouble {
  Output.complain(trouble.message)
  exit(trouble.exitCode)
} catch {
  Sitrep.exit(withError: error)
}
