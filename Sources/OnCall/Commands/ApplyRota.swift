package import EventLog

/// Records the rotations of the files as those in force from now on, unless they are those recorded last.
package struct ApplyRota: Sendable {
  package init() {}

  package func drafts(on rota: RecordedRota, facts: RotaFacts) -> [Draft] {
    guard let version = rota.version(configured: facts.configured, at: facts.now) else { return [] }
    return [facts.draft(RotaApplied(configured: version.configured, effective: version.effective))]
  }

  /// The same with a notice to everybody whose shifts move by it; for whoever applies changed files.
  package func draftsWithNotices(on rota: RecordedRota, facts: RotaFacts) -> [Draft] {
    let drafts = drafts(on: rota, facts: facts)
    guard !drafts.isEmpty, !rota.versions.isEmpty else { return drafts }
    let before = rota.schedule(configured: .empty, at: facts.now)
    let after = rota.applying(drafts, facts: facts).schedule(configured: facts.configured, at: facts.now)
    return drafts + ShiftMoves.notices(from: before, to: after, facts: facts)
  }
}
