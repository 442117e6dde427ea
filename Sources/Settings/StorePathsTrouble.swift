/// Nothing says where the store is.
package struct StorePathsTrouble: Error, Sendable, Equatable {
  package let code = "no-place"
  package let message =
    "There is no HOME and no /var/lib/sitrep, so nothing says where the store is; name it with --db FILE or SITREP_DB."
  package let cause: String? = nil

  package init() {}
}
