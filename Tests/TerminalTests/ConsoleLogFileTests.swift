import Glibc
import Terminal
import Testing

@Suite struct ConsoleLogFileTests {
  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/sitrep/console.log"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/sitrep/console.log"), ([:], nil),
    ] as [([String: String], String?)])
  func place(environment: [String: String], expected: String?) {
    #expect(ConsoleLogFile.path(environment: environment) == expected)
  }

  @Test func isMadeWithItsFoldersForThisUserAlone() throws {
    var template = Array("/tmp/sitrep-log-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = folder + "/a/b/console.log"
    defer {
      unlink(path)
      rmdir(folder + "/a/b")
      rmdir(folder + "/a")
      rmdir(folder)
    }
    let file = try ConsoleLogFile(path: path)
    #expect(!file.hasNews)
    let other = open(path, O_WRONLY | O_APPEND)
    write(other, "words\n", 6)
    close(other)
    #expect(file.hasNews)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(throws: TerminalTrouble.self) { try ConsoleLogFile(path: path + "/not/a/folder") }
  }
}
