import EventLog
import Foundation
import Testing

@testable import Delivery

@Suite struct ChildProgramTests {
  private func shell(
    _ script: String, input: String = "", longest: Span = .seconds(20), limit: Int = 65_536
  ) async -> ProgramEnd {
    await ChildProgram(
      ["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"], longest: longest, outputLimit: limit
    ).run(input: Array(input.utf8))
  }

  @Test func itsInputOutputAndCodeAreHandedOn() async {
    let end = await shell("cat; echo no >&2; exit 3", input: "hello")
    #expect(end == ProgramEnd(cause: .exited(3), output: "hello", complaint: "no\n"))
  }

  @Test func aLargeTextGoesThroughWithoutStandingStill() async {
    let text = String(repeating: "0123456789abcde\n", count: 40_000)
    let end = await shell("cat", input: text, limit: 1_000_000)
    #expect(end.cause == .exited(0) && end.output == text)
  }

  @Test func moreThanTheLimitIsForgotten() async {
    let end = await shell("head -c 3000000 /dev/zero | tr '\\0' x; echo >&2 done", limit: 100)
    #expect(end.cause == .exited(0) && end.output.count == 100 && end.complaint == "done\n")
  }

  @Test func whoeverDoesNotReadIsNotWaitedFor() async {
    let end = await shell("exec <&-; exit 0", input: String(repeating: "x", count: 1_000_000))
    #expect(end.cause == .exited(0))
  }

  @Test func whatTakesTooLongIsEndedWithAllThatItStarted() async throws {
    let end = await shell("sleep 1000 & echo $!; wait", longest: .milliseconds(600))
    #expect(end.cause == .tookTooLong(.milliseconds(600)))
    let child = try #require(pid_t(end.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Whoever inherits it takes a moment to see that it ended.
    let isGone = (0..<2_000).contains { _ in
      let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
      if status.isEmpty || status.contains(") Z ") || status.contains(") X ") { return true }
      sched_yield()
      return false
    }
    #expect(isGone)
  }

  @Test func whatGoesOnInTheBackgroundIsNotWaitedFor() async throws {
    let end = await shell("sleep 1000 & echo $!; exit 0")
    #expect(end.cause == .exited(0))
    let child = try #require(pid_t(end.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(child, SIGKILL) == 0)
  }

  @Test func noSocketOrFileOfOursIsHandedOn() async {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    let end = await shell("ls /proc/self/fd")
    // The three streams, and the folder that is being read.
    #expect(end.output.split(separator: "\n") == ["0", "1", "2", "3"])
  }

  @Test func manyAtOnceDoNotWaitForEachOther() async {
    let ends = await withTaskGroup(of: ProgramEnd.self, returning: [ProgramEnd].self) { group in
      for place in 0..<40 {
        // Every other one goes on for longer than the rest may take.
        group.addTask { await shell(place % 2 == 0 ? "cat" : "cat; sleep 1000 & exit 0", input: "hello") }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(ends.allSatisfy { $0.cause == .exited(0) && $0.output == "hello" })
  }

  @Test func aSignalIsNoExit() async {
    #expect(await shell("kill -TERM $$").cause == .killed(signal: SIGTERM))
  }

  @Test func signalsReachIt() async {
    let end = await shell("grep SigBlk /proc/self/status; grep SigIgn /proc/self/status")
    let sets = end.output.split(separator: "\n").compactMap {
      $0.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
    }
    // The first 31; what lies above belongs to the C library.
    #expect(sets.count == 2 && sets.allSatisfy { $0 & 0x7fff_ffff == 0 }, "\(end.output)")
  }

  @Test func itHasItsOwnGroupAndOnlyWhatItIsGiven() async {
    let end = await ChildProgram(
      ["/bin/sh", "-c", "ps -o pgid= -p $$; echo $$; env"], environment: ["PATH": "/usr/bin:/bin", "A": "b"]
    ).run(input: [])
    let lines = end.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    if lines.count > 3 { #expect(lines[0] == lines[1]) }
    #expect(lines.contains("A=b"))
    #expect(!lines.contains { $0.hasPrefix("HOME=") || $0.hasPrefix("USER=") })
  }

  @Test func whatIsNotThereIsSaid() async {
    let end = await ChildProgram(["/no/such/program"]).run(input: [])
    #expect(end.cause == .notStarted("No such file or directory"))
    #expect(
      end.outcome(of: "/no/such/program", receipt: "")
        == .tryAgain(after: nil, reason: "/no/such/program cannot be started: No such file or directory."))
    #expect(await ChildProgram([]).run(input: []).cause == .notStarted("No such file or directory"))
  }

  @Test func codesMeanWhatProgramsOfMailMeanByThem() {
    func word(_ code: Int32) -> String {
      switch ProgramEnd(cause: .exited(code), complaint: "why").outcome(of: "sendmail", receipt: "taken") {
      case .delivered: "delivered"
      case .refused(let reason): reason
      case .tryAgain(_, let reason): "again: " + reason
      case .unknown: "unknown"
      }
    }
    #expect(word(0) == "delivered")
    for code: Int32 in [69, 71, 74, 75] { #expect(word(code) == "again: sendmail ended with \(code): why") }
    for code: Int32 in [1, 64, 67, 68, 78, 127] { #expect(word(code) == "sendmail ended with \(code): why") }
    let long = ProgramEnd(cause: .tookTooLong(.seconds(20))).outcome(of: "x", receipt: "")
    #expect(long == .unknown(reason: "x had not ended after 20s."))
  }
}
