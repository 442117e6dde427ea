import EventLog
import OnCall

extension Registry {
  private static let needsShift: @Sendable (Situation) -> String? = { situation in
    situation.shift?.duty == nil ? "no shift is selected" : nil
  }

  private static func onShift(
    _ make: @escaping @Sendable (RegisteredCommand.Given, ShiftRow, DutyRole) -> any RotaCommand
  ) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let shift = situation.shift, let role = shift.duty else {
        return .failure(Trouble(.refused, "No shift is selected."))
      }
      return .success(.rota(make(given, shift, role)))
    }
  }

  /// "primary Mon 23 Nov 09:00 (jon)": the selected shift may have left the screen.
  private static func shiftWords(_ situation: Situation) -> String {
    guard let shift = situation.shift else { return "the shift" }
    return "\(shift.role) \(shift.startText) (\(shift.person ?? "nobody"))"
  }

  /// What is asked of the rota as a whole, once the screen shows it.
  private static func onPage(
    _ make: @escaping @Sendable (RegisteredCommand.Given, OnCallPage) -> (any RotaCommand)?
  ) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let page = situation.onCall else {
        return .failure(Trouble(.refused, "The schedule is not there yet: try again in a moment."))
      }
      guard let command = make(given, page) else {
        return .failure(Trouble(.refused, "Nothing is offered to you."))
      }
      return .success(.rota(command))
    }
  }

  private static func accept(_ offer: OfferRow) -> any RotaCommand {
    if offer.isHandoff { AcceptHandoff(offer.role) } else { AcceptSwap(offer.id) }
  }

  private static func decline(_ offer: OfferRow, because reason: String) -> any RotaCommand {
    if offer.isHandoff { WithdrawHandoff(offer.role, reason: reason) } else { WithdrawSwap(offer.id, reason: reason) }
  }

  private static let needsOffer: @Sendable (Situation) -> String? = { situation in
    situation.onCall?.offerForUser == nil ? "nothing is offered to you" : nil
  }

  static let onCallCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "oncall.take", "Take over", keys: ["t"], places: [.onCall], effect: .change,
      help: "You are primary from now on, until the shift ends.", verb: "oncall take", short: "take",
      input: .confirmation { situation in
        let page = situation.onCall
        let holder = page?.now.primary.map { "from \($0) " } ?? ""
        return "You (\(page?.user ?? "")) take primary \(holder)now, until "
          + (page?.shiftEndText ?? "the shift ends") + "."
      }, footer: 10,
      obstacle: { situation in
        guard let page = situation.onCall else { return "the schedule is not there yet" }
        if page.now.primary == page.user { return "you are primary already" }
        return page.shiftEndText == nil ? "no rotation says when it would end" : nil
      }, action: onPage { _, _ in TakeOver() }),
    RegisteredCommand(
      "oncall.override", "Override", keys: ["o"], places: [.onCall], effect: .change,
      help: "Somebody else has the selected shift, or fills the gap.",
      verb: "oncall override replace OLD NEW --from T --to T", input: .lineAbout { "Who has " + shiftWords($0) },
      footer: 20,
      obstacle: needsShift,
      action: onShift { given, shift, role in
        OverrideDuty(
          shift.person == nil ? .add : .replace, given.text, replacing: shift.person, role: role, from: shift.start,
          until: shift.end)
      }),
    RegisteredCommand(
      "oncall.swap", "Swap", keys: ["w"], places: [.onCall], effect: .change,
      help: "Offer the selected shift to somebody; nothing changes before they accept.",
      verb: "oncall swap offer NAME --from T --to T", input: .lineAbout { "Offer \(shiftWords($0)) to" }, footer: 30,
      obstacle: { $0.shift?.person == nil ? "no shift of anybody is selected" : nil },
      action: onShift { given, shift, role in
        OfferSwap(
          role, person: shift.person, with: given.text,
          given: ShiftSwap.Period(from: shift.start, until: shift.end))
      }),
    RegisteredCommand(
      "oncall.handoff", "Hand over", keys: ["H"], places: [.onCall], effect: .change,
      help: "Offer your work to whoever comes next, with the brief; it stays yours until they accept.",
      verb: "oncall handoff --to NAME", input: .line(prompt: "Hand over to (empty: who is next)", allowsEmpty: true),
      footer: 40,
      obstacle: { $0.onCall == nil ? "the schedule is not there yet" : nil },
      action: onPage { given, _ in OfferHandoff(to: given.text.allSatisfy(\.isWhitespace) ? nil : given.text) }),
    RegisteredCommand(
      "oncall.accept", "Accept", keys: ["y"], places: [.onCall], effect: .change,
      help: "Accept what is offered to you: the handover, else the swap.", verb: "oncall handoff --accept", footer: 5,
      obstacle: needsOffer,
      action: onPage { _, page in
        page.offerForUser.map(accept)
      }),
    RegisteredCommand(
      "oncall.decline", "Decline", keys: ["N"], places: [.onCall], effect: .change,
      help: "Decline what is offered to you; all stays where it is.", verb: "oncall handoff --withdraw",
      input: .line(prompt: "Decline because", allowsEmpty: true),
      obstacle: needsOffer,
      action: onPage { given, page in
        page.offerForUser.map { decline($0, because: given.text) }
      }),
    RegisteredCommand(
      "oncall.seen", "Seen", keys: ["s"], places: [.onCall], effect: .change,
      help: "You have seen how your shifts moved.", verb: "oncall who --seen", footer: 6,
      obstacle: { $0.onCall?.notices.isEmpty == false ? nil : "nothing of yours moved" },
      action: onPage { _, _ in SeeNotices() }),
  ]
}
