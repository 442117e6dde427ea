import Commands
import FoundationEssentials

extension Trouble {
  /// Why a file or folder that a person named could not be written.
  static func writing(_ path: String, _ error: any Error) -> Trouble {
    let cause = "\(error)"
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace:
      return Trouble(.diskFull, "No space is left for \(path): it was not written.", cause: cause)
    case .fileWriteNoPermission, .fileWriteVolumeReadOnly:
      return Trouble(.notAllowed, "You may not write \(path): name another place.", cause: cause)
    default:
      return Trouble(.cannotCreate, "\(path) cannot be written: check that its folder is there.", cause: cause)
    }
  }
}
