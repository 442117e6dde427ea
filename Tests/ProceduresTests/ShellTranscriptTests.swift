import Testing

@testable import Procedures

struct ShellTranscriptTests {
  struct Case: Sendable {
    var block: String
    var command: String?
    var output: String?
    var root = false
  }

  @Test(arguments: [
    Case(
      block: "$ df -h\nFilesystem 1%\n$ uptime\nup", command: "df -h\nuptime",
      output: "Filesystem 1%\nup"),
    Case(block: "df -h", command: nil),
    Case(block: "# comment\ndf -h", command: nil),
    Case(
      block: "# chroot /host\n# ls\nout", command: "chroot /host\nls", output: "out", root: true),
    Case(block: "# say what\n$ ls", command: "ls", output: "# say what", root: true),
    Case(
      block: "$ curl a \\\n  -d b \\\n  c\nok", command: "curl a \\\n  -d b \\\n  c", output: "ok"),
    Case(block: "$ echo a\\\\\nb", command: "echo a\\\\", output: "b"),
    Case(
      block: "$ cat <<'EOF' > f\n$HOME\nx\nEOF\nout", command: "cat <<'EOF' > f\n$HOME\nx\nEOF",
      output: "out"),
    Case(
      block: "$ oc get -o jsonpath='{range\n{end}'\nnode1",
      command: "oc get -o jsonpath='{range\n{end}'", output: "node1"),
    Case(block: "$ echo it's\nfine", command: "echo it's", output: "fine"),
    Case(block: "$ a |\nb\nout", command: "a |\nb", output: "out"),
    Case(block: "$ a \\\n> b\nout", command: "a \\\nb", output: "out"),
    Case(block: "lea@host:~$ ls\nf", command: "ls", output: "f"),
    Case(block: "[root@host ~]# ls", command: "ls"),
    Case(block: "sh-4.4# ls", command: "ls"),
    Case(block: "price is 5 $ now", command: nil),
    Case(block: "a = b@c # note", command: nil),
    Case(block: "$ \n$ ", command: nil),
  ])
  func separatesCommandsFromOutput(of example: Case) {
    let lines = example.block.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let transcript = ShellTranscript(lines, hasRootPrompts: example.root)
    #expect(transcript?.command == example.command)
    #expect(transcript?.output == example.output)
  }
}
