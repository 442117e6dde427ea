import AsyncHTTPClient
import EventLog
import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// What the client's errors mean for a letter. None of their own words is passed on: some name the whole address.
enum HTTPFailureReading {
  static func failure(_ error: any Error, host: String, limits: HTTPLimits) -> HTTPFailure {
    switch error {
    case let error as HTTPClientError: return ofClient(error, host: host, limits: limits)
    case let error as NIOConnectionError:
      let isUnknown = error.dnsAError != nil || error.dnsAAAAError != nil
      return before(
        isUnknown && error.connectionErrors.isEmpty
          ? "The name \(host) cannot be resolved." : "\(host) takes no connection.")
    case is NIOSSLExtraError:
      return before("The certificate of \(host) is not one for that name.")
    case let error as NIOSSLError:
      if case .handshakeFailed = error { return before("\(host) and Sitrep found no trusted, encrypted connection.") }
      return HTTPFailure(isBeforeSending: false, reason: "The encrypted connection to \(host) broke off.")
    case let error as IOError where [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode):
      return before("\(host) takes no connection.")
    case is CancellationError:
      return HTTPFailure(isBeforeSending: false, reason: "Sitrep was ended while \(host) was asked.")
    default:
      return HTTPFailure(isBeforeSending: false, reason: "The connection to \(host) broke off.")
    }
  }

  private static func ofClient(_ error: HTTPClientError, host: String, limits: HTTPLimits) -> HTTPFailure {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
      return before("\(host) took no connection within \(limits.connect.words).")
    case .alreadyShutdown: return before("Sitrep is about to end.")
    case .invalidURL, .emptyHost, .emptyScheme: return before("The address of this channel is no URL.")
    case .readTimeout, .deadlineExceeded:
      return HTTPFailure(isBeforeSending: false, reason: "\(host) had not answered after \(limits.whole.words).")
    case .remoteConnectionClosed:
      return HTTPFailure(isBeforeSending: false, reason: "\(host) closed the connection without an answer.")
    case .cancelled:
      return HTTPFailure(isBeforeSending: false, reason: "Sitrep was ended while \(host) was asked.")
    default:
      return HTTPFailure(isBeforeSending: false, reason: "The exchange with \(host) broke off.")
    }
  }

  private static func before(_ reason: String) -> HTTPFailure { HTTPFailure(isBeforeSending: true, reason: reason) }
}
