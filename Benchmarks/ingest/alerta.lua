-- For wrk: one alert in each POST /alert, on a resource that no alert was ever on. RUN: a number that no other run had.
--
-- The last line of what wrk prints is one JSON object with what was seen.
local run = tonumber(os.getenv("RUN") or os.time()) % 0x100000000
local threads, sent = 0, 0
local headers = {["Content-Type"] = "application/json"}
local form = '{"environment":"Production","event":"HighErrorRate","resource":"api-%08x-%d-%d","service":["service-%d"],' ..
  '"group":"Web","severity":"critical","value":"12.4 %%","text":"5xx ratio above 5 %% for 2 minutes",' ..
  '"attributes":{"runbook_url":"https://runbooks.example.org/high-error-rate"}}'

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function request()
  sent = sent + 1
  return wrk.format("POST", "/alert", headers, string.format(form, run, number, sent, sent % 50))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.3f, "refused": %d, "broken": %d, "p50_ms": %.3f, "p99_ms": %.3f, "worst_ms": %.3f}\n',
    summary.requests, summary.duration / 1e6, errors.status, errors.connect + errors.read + errors.write +
    errors.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
