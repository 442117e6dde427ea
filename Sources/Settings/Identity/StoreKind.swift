/// Whose a store is; it decides how far a name may be chosen.
package enum StoreKind: String, Sendable, CaseIterable {
  /// One person's: its folder is not shared with a group.
  case personal
  /// A team's: its folder is writable by a group and hands its group on (setgid), as 2770 is.
  case team

  /// From the permission bits of the store's folder.
  package init(folderMode: Int) {
    self = folderMode & 0o2000 != 0 && folderMode & 0o0020 != 0 ? .team : .personal
  }
}
