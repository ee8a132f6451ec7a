-- Sends the prepared requests of a file, one to a line, each exactly once; with "round" it begins again at the end.
-- A line is "path" or "path<TAB>form". What was measured is printed as one line of JSON.
local ffi = require('ffi')
ffi.cdef [[ typedef struct { long seconds; long micros; } bench_time; int gettimeofday(bench_time *at, void *zone); ]]

local function now()
  local at = ffi.new('bench_time')
  ffi.C.gettimeofday(at, nil)
  return tonumber(at.seconds) + tonumber(at.micros) / 1e6
end

local HEADERS = 'Host: 127.0.0.1\r\n' ..
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36\r\n' ..
  'Accept: text/html\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\nSec-Fetch-Site: same-origin\r\n'

local function prepare(line)
  local path, form = line:match('^([^\t]+)\t?(.*)$')
  if form == '' then return 'GET ' .. path .. ' HTTP/1.1\r\n' .. HEADERS .. '\r\n' end
  return 'POST ' .. path .. ' HTTP/1.1\r\n' .. HEADERS ..
    'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ' .. #form .. '\r\n\r\n' .. form
end

local workers = {}
function setup(worker) workers[#workers + 1] = worker end

local prepared, goes_round = {}, false
local at = -1
began, ended = 0, 0

function init(args)
  for line in io.lines(args[1]) do prepared[#prepared + 1] = prepare(line) end
  goes_round = args[2] == 'round'
end

function request()
  at = at + 1
  -- wrk asks once before it starts, to see whether requests vary; that one is not sent.
  if at == 0 then return prepared[1] end
  if began == 0 then began = now() end
  if at <= #prepared then return prepared[at] end
  if goes_round then
    at = 1
    return prepared[1]
  end
  if ended == 0 then ended = now() end
  wrk.thread:stop()
  return 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
end

function done(summary, latency)
  local first, last = workers[1]:get('began'), workers[1]:get('ended')
  local seconds = last > 0 and last - first or summary.duration / 1e6
  local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format('\n{"requests":%d,"seconds":%.4f,"refused":%d,"lost":%d,"p50":%.3f,"p99":%.3f}\n',
    summary.requests, seconds, summary.errors.status, lost,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
