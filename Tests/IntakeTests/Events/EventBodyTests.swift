import EventLog
import Incidents
import Intake
import Testing

@Suite struct EventBodyTests {
  private func faults(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try EventBody.decode(bytes, now: moment)
      return []
    } catch {
      return error.sentences
    }
  }

  @Test func aTriggerIsAnAlert() throws {
    let payload = """
      {"summary": "Disk is full", "source": "db1", "severity": "error", "component": "database", "class": "disk",
       "group": "eu", "timestamp": "2026-11-21T03:30:00.000+0000", "custom_details": {"free": "1%"}}
      """
    let body = try EventBody.decode(PagerBody.event(payload: payload), now: moment)
    let event = body.event(from: "nagios", service: nil)
    #expect(event.action == .trigger && event.key == "srv/1")
    #expect(event.alert.labels == ["alertname": "disk", "severity": "error", "service": "database", "instance": "db1"])
    #expect(event.alert.headline == "Disk is full" && event.alert.annotations["custom_details"] == #"{"free":"1%"}"#)
    #expect(event.alert.startsAt == Instant(milliseconds: 1_795_231_800_000) && event.alert.fingerprint.count == 32)
    // Each sender has names of its own, and a key for one service speaks of that one.
    #expect(body.event(from: "zabbix", service: nil).alert.fingerprint != event.alert.fingerprint)
    #expect(body.event(from: "nagios", service: "api").alert.labels["service"] == "api")
  }

  @Test func withoutAKeyTheSameEventIsTheSameThing() throws {
    let key = try EventBody.decode(PagerBody.event(key: nil), now: moment).key
    #expect(try EventBody.decode(PagerBody.event(key: nil), now: moment + .hours(1)).key == key && key.count == 32)
  }

  @Test func acknowledgeAndResolveNeedNothingButTheKey() throws {
    #expect(try EventBody.decode(PagerBody.event("resolve", payload: nil), now: moment).action == .resolve)
    #expect(faults(PagerBody.event("acknowledge", key: nil, payload: nil)) == ["dedup_key: is missing"])
  }

  @Test func everyFaultIsNamed() {
    #expect(faults(Array("[]".utf8)).count == 1)
    #expect(faults(Array("{}".utf8)) == ["routing_key: is missing", "event_action: is missing"])
    #expect(
      faults(PagerBody.event("page", payload: nil)) == [
        #"event_action: "page" is none of trigger, acknowledge, resolve"#
      ])
    #expect(faults(PagerBody.event(payload: nil)) == ["payload: is missing"])
    #expect(
      faults(PagerBody.event(payload: #"{"severity": "fatal", "source": 1}"#)) == [
        "payload.summary: is missing", "payload.source: is not a string",
        #"payload.severity: "fatal" is none of critical, error, warning, info"#,
      ])
    #expect(faults(PagerBody.event(key: String(repeating: "x", count: 256))).count == 1)
    #expect(faults([UInt8](repeating: 32, count: 512_001)).first?.contains("more than 512000") == true)
  }

  @Test func aRoutingKeyIsNeverRepeated() {
    let secret = "e93facc04764012d7bfb002500d5d1a6"
    let told = faults(PagerBody.event("page", routingKey: secret, payload: #"{"summary": 1}"#))
    #expect(!told.isEmpty && !"\(told)".contains(secret))
  }

  @Test func aMonstrousEventStaysWithinWhatALogKeeps() throws {
    let long = String(repeating: "x", count: 400_000)
    let payload =
      #"{"summary": "\#(long)", "source": "db1", "severity": "info", "custom_details": {"a": "\#(long.prefix(90_000))"}}"#
    let event = try EventBody.decode(PagerBody.event(payload: payload), now: moment).event(from: "a", service: nil)
    let texts = Array(event.alert.labels.values) + Array(event.alert.annotations.values)
    let size = texts.reduce(0) { $0 + $1.utf8.count }
    #expect(size < 32_768, "\(size)")
  }

  @Test func mangledBodiesAreReadOrRefusedInWords() {
    var mangler = Mangler(seed: 11)
    var (read, refused) = (0, 0)
    for _ in 0..<10_000 {
      do throws(EventBody.Faults) {
        let event = try EventBody.decode(mangler.mangle(PagerBody.event()), now: moment).event(from: "a", service: nil)
        #expect(!event.key.isEmpty && event.alert.startsAt <= moment)
        read += 1
      } catch {
        #expect(!error.sentences.isEmpty)
        refused += 1
      }
    }
    #expect(read > 500 && refused > 500, "\(read) \(refused)")
  }
}
