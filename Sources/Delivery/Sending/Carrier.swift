package import EventLog

/// Brings letters out: over HTTP, by the local MTA, by programs of the team.
package final class Carrier: LetterCarrier {
  private let channels: [String: Channel]
  private let client: HTTPSender
  private let environment: [String: String]
  private let longestProgram: Span
  private let redaction: OutwardRedaction
  private let now: @Sendable () -> Instant

  /// Nothing is opened before the first letter.
  ///
  /// - Parameters:
  ///   - environment: what programs are given; secrets of this process are not among it.
  ///   - redaction: what is blanked in every letter.
  ///   - now: the wall clock.
  package init(
    _ channels: [Channel], limits: HTTPLimits = HTTPLimits(), longestProgram: Span = .seconds(20),
    environment: [String: String] = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    redaction: OutwardRedaction = OutwardRedaction(),
    now: @escaping @Sendable () -> Instant
  ) {
    self.channels = Dictionary(channels.map { ($0.name, $0) }) { first, _ in first }
    self.client = HTTPSender(limits: limits)
    self.environment = environment
    self.longestProgram = longestProgram
    self.redaction = redaction
    self.now = now
  }

  package func channel(_ name: String) -> Channel? { channels[name] }

  /// A status page is asked before it is told: two requests.
  package var longestAttempt: Span {
    max(.milliseconds(2 * client.limits.whole.milliseconds), longestProgram) + .seconds(1)
  }

  package func carry(_ letter: Letter, attempt: Int) async -> Outcome {
    guard let channel = channels[letter.channel] else {
      return .refused(reason: "There is no channel named \"\(letter.channel)\" in sitrep.yaml any more.")
    }
    var letter = letter
    letter.content = redaction.blanked(letter.content)
    switch channel.kind {
    case .mail(let from, let program): return await mail(letter, from: from, program: program)
    case .command(let arguments): return await command(letter, arguments)
    case .slack, .pagerDuty, .opsgenie, .statuspage, .webhook, .ntfy:
      return await exchange(letter, channel.kind, attempt)
    }
  }

  /// Ends connections. Nothing is carried afterwards.
  package func close() async { await client.close() }

  private func exchange(_ letter: Letter, _ kind: ChannelKind, _ attempt: Int) async -> Outcome {
    var exchange = Exchange(letter, by: kind, attempt: attempt)
    var step = exchange.begin(at: now())
    while true {
      guard case .send(let request) = step else {
        guard case .done(let outcome) = step else { return .unknown(reason: "The exchange has no end.") }
        return outcome
      }
      do throws(HTTPFailure) {
        let answer = try await client.send(request)
        step = exchange.received(answer, at: now())
      } catch {
        return exchange.failed(error)
      }
    }
  }

  private func mail(_ letter: Letter, from: String, program: [String]) async -> Outcome {
    do throws(UnfitLetter) {
      let message = try MailMessage.text(letter, from: from, now: now())
      let end = await run(program, input: Array(message.utf8))
      return end.outcome(of: program.first ?? "sendmail", receipt: "taken by the local mail server")
    } catch {
      return .refused(reason: error.reason)
    }
  }

  private func command(_ letter: Letter, _ arguments: [String]) async -> Outcome {
    let content = letter.isDrill ? letter.content.markedAsDrill : letter.content
    let input = PayloadText.encode(LetterFields.json(letter, content)) + "\n"
    let end = await run(arguments, input: Array(input.utf8))
    return end.outcome(of: arguments.first ?? "The command", receipt: "ended well")
  }

  private func run(_ arguments: [String], input: [UInt8]) async -> ProgramEnd {
    await ChildProgram(arguments, environment: environment, longest: longestProgram).run(input: input)
  }
}
