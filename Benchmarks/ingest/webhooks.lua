-- For wrk: webhooks as Alertmanager sends them, every alert with a fingerprint that was never sent before.
--
-- ALERTS: alerts in each webhook (1). RUN: a number that no other run had.
require("outcome")

local alerts = tonumber(os.getenv("ALERTS") or "1")
local run = tonumber(os.getenv("RUN") or os.time()) % 0x100000000
local sent = 0
local began = os.date("!%Y-%m-%dT%H:%M:%S.123456Z")
local headers = {["Content-Type"] = "application/json"}

-- About 620 bytes, as an alert of a usual rule has.
local form = '{"status":"firing","labels":{"alertname":"HighErrorRate","instance":"api-%s:9100","job":"api",' ..
  '"service":"service-%d","severity":"critical"},"annotations":{"description":"The ratio of 5xx answers has been ' ..
  'above 5 %% for 2 minutes on this instance.","runbook_url":"https://runbooks.example.org/high-error-rate",' ..
  '"summary":"5xx ratio 12.4 %% on service-%d"},"startsAt":"%s","endsAt":"0001-01-01T00:00:00Z","generatorURL":' ..
  '"http://prometheus.example:9090/graph?g0.expr=ratio+%%3E+0.05\\u0026g0.tab=1","fingerprint":"%s"}'
local head = '{"receiver":"sitrep","status":"firing","alerts":['
local tail = '],"groupLabels":{"alertname":"HighErrorRate"},"commonLabels":{"alertname":"HighErrorRate"},' ..
  '"commonAnnotations":{},"externalURL":"http://alertmanager.example:9093","version":"4",' ..
  '"groupKey":"{}:{alertname=\\"HighErrorRate\\"}","truncatedAlerts":0}'

local function one()
  sent = sent + 1
  local fingerprint = string.format("%08x%02x%06x", run, number, sent)
  local service = sent % 50
  return string.format(form, fingerprint, service, service, began, fingerprint)
end

function request()
  local list = {}
  for place = 1, alerts do list[place] = one() end
  return wrk.format("POST", "/api/v1/alertmanager", headers, head .. table.concat(list, ",") .. tail)
end
