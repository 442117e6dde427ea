-- For wrk: one alert in each POST /alert, on a resource that no alert was ever on. RUN: a number that no other run had.
require("outcome")

local run = tonumber(os.getenv("RUN") or os.time()) % 0x100000000
local sent = 0
local headers = {["Content-Type"] = "application/json"}
local form = '{"environment":"Production","event":"HighErrorRate","resource":"api-%08x-%d-%d","service":["service-%d"],' ..
  '"group":"Web","severity":"critical","value":"12.4 %%","text":"5xx ratio above 5 %% for 2 minutes",' ..
  '"attributes":{"runbook_url":"https://runbooks.example.org/high-error-rate"}}'

function request()
  sent = sent + 1
  return wrk.format("POST", "/alert", headers, string.format(form, run, number, sent, sent % 50))
end
