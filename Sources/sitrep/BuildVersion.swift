/// What `--version` says and what exports name as their maker.
enum BuildVersion {
  static let text = "0.1.0"
}
