-- ARGV: now, then id and token of each claim, whether a job follows, and the values of that. Gives the ids of those that are others' by now.
local now, ids, places = tonumber(ARGV[1]), {}, {}
local at = 2
while at <= #ARGV do
  ids[#ids + 1], places[#places + 1] = ARGV[at], at
  at = at + 3 + (ARGV[at + 2] == '1' and VALUES or 0)
end
local lost, held, heads, claims = {}, {}, {}, {}
for i, head in ipairs(heads_of(ids)) do
  if head and head[TOKEN] == tonumber(ARGV[places[i] + 1]) then
    held[#held + 1], heads[#heads + 1], claims[#claims + 1] = ids[i], head, places[i]
  else
    lost[#lost + 1] = ids[i]
  end
end
take_out(held, heads)

-- The same job, to be tried again.
local function put_back(id, head, first)
  head[ATTEMPT], head[WORKER] = tonumber(ARGV[first + 8]), ''
  gather('HSET', 'jobs', id, ARGV[first + 9])
  keep_head(id, head)
  wait(id, head, ARGV[first + 7], now)
end

local gone, left = {}, {}
for i, id in ipairs(held) do
  local head, first, follows = heads[i], claims[i] + 3, ARGV[claims[i] + 2] == '1'
  if follows and ARGV[first] == id then
    put_back(id, head, first)
  else
    gone[#gone + 1] = id
    if head[LANE] ~= '' then
      redis.call('ZREM', key('lane:' .. head[LANE]), id)
      left[#left + 1] = head[LANE]
    end
    if follows then
      put(first, head[TURN], now)
    end
  end
end
many('HDEL', 'jobs', gone)
many('HDEL', 'heads', gone)
write_gathered()

-- Who is first of a lane by now may be claimed, if that is what it waited for.
for _, lane in ipairs(left) do
  local first = redis.call('ZRANGE', key('lane:' .. lane), 0, 0)[1]
  if first and redis.call('ZREM', key('behind'), first) == 1 then
    offer(first, heads_of({first})[1])
  end
end
write_gathered()
return lost
