package import EventLog

extension Schedule {
  /// Who holds a role at an instant.
  package func assignment(of role: DutyRole, at instant: Instant) -> Assignment {
    resolve(role, at: instant).assignment
  }

  /// Who holds a role at an instant, layer by layer: temporary over override over rotation over nobody.
  package func resolve(_ role: DutyRole, at instant: Instant) -> DutyResolution {
    let primary = role == .secondary ? resolve(.primary, at: instant).assignment.person : nil
    let turn = turn(of: role, at: instant, otherThan: primary)
    let active = edits.filter { $0.concerns(role) && $0.covers(instant) }
      .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    var holder = Assignment(person: turn?.person, source: turn?.person == nil ? .nobody : .rotation)
    var overrides: [DutyResolution.Applied] = []
    /// Those in whose place the holder stands, so that the later of two replacements of one person counts.
    var standsFor: Set<String> = []
    for edit in active where edit.layer == .override {
      // Nobody is their own second: a change that would make it so does nothing here.
      let isOwnSecond = primary != nil && edit.person == primary && edit.change != .remove
      let isEffective: Bool
      switch edit.change {
      case .add: isEffective = !isOwnSecond
      case .remove: isEffective = holder.person != nil && holder.person == edit.person
      case .replace:
        let isThere = edit.replaced == holder.person || edit.replaced.map(standsFor.contains) == true
        isEffective = edit.replaced != nil && isThere && !isOwnSecond
      }
      overrides.append(DutyResolution.Applied(edit: edit, isEffective: isEffective))
      guard isEffective else { continue }
      if edit.change == .replace, let replaced = edit.replaced {
        standsFor.insert(replaced)
      } else {
        standsFor = []
      }
      holder = Assignment(person: edit.change == .remove ? nil : edit.person, source: .override, edit: edit.id)
    }
    let temporary = active.filter { $0.layer == .temporary && ($0.person == nil || $0.person != primary) }
    if let last = temporary.last { holder = Assignment(person: last.person, source: .temporary, edit: last.id) }
    return DutyResolution(
      role: role, at: instant, temporary: temporary, overrides: overrides, turn: turn, assignment: holder)
  }

  /// Whose turn it is by the rotation; nil where the role has none.
  private func turn(of role: DutyRole, at instant: Instant, otherThan excluded: String?) -> RotationTurn? {
    let rotations = rotations(at: instant)
    guard let rotation = rotations.of(role) ?? (role == .secondary ? rotations.of(.primary) : nil) else { return nil }
    let index = rotation.shift(at: instant)
    // Without turns of their own the secondary is whoever was primary in the shift before.
    let place = role == .secondary && rotation.role == .primary ? index - 1 : index
    let away = Set(rotation.members.filter { leave(of: $0, at: instant) != nil })
    return RotationTurn(
      rotation: rotation.name, zone: rotation.zone, start: rotation.start(ofShift: index),
      end: rotation.start(ofShift: index + 1), member: rotation.member(ofShift: place),
      person: rotation.member(ofShift: place, otherThan: excluded, away: away),
      away: away.sorted(), passedOver: excluded)
  }
}
