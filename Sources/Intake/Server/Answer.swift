import EventLog
import Hummingbird

/// What goes back to a sender.
struct Answer {
  var status: HTTPResponse.Status
  var contentType = "application/json; charset=utf-8"
  var body: String
  var headers: HTTPFields = [:]

  /// A JSON document.
  static func document(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, body: PayloadText.encode(value))
  }

  /// - Parameter field: the path of the field at fault, where there is one.
  static func fault(_ status: HTTPResponse.Status, _ sentence: String, field: String? = nil) -> Answer {
    document(Fault(error: sentence, field: field), status: status)
  }

  /// What a sender shall try again: Alertmanager does so for 5xx alone.
  static func tryAgain(after seconds: Int, _ sentence: String) -> Answer {
    var answer = fault(.serviceUnavailable, sentence)
    answer.headers[.retryAfter] = String(seconds)
    return answer
  }

  func response(withBody: Bool) -> Response {
    var headers = headers
    headers[.contentType] = contentType
    headers[.cacheControl] = "no-store"
    headers[.xContentTypeOptions] = "nosniff"
    guard withBody else {
      headers[.contentLength] = String(body.utf8.count)
      return Response(status: status, headers: headers)
    }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
  }

  private struct Fault: Encodable {
    var error: String
    var field: String?
  }
}
