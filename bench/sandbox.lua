-- Spreads the calls of wrk over all keys of a fleet, so that no workspace meets its rate limit.
local requests, position, threads = {}, 0, 0

function setup(thread)
  thread:set("offset", threads * 4999)
  threads = threads + 1
end

function init()
  for key in io.lines(os.getenv("SANDBOX_KEYS")) do
    requests[#requests + 1] = wrk.format("GET", nil, { ["Authorization"] = "Bearer " .. key, ["User-Agent"] = "wrk" })
  end
  position = offset
end

function request()
  position = position + 1
  return requests[position % #requests + 1]
end
