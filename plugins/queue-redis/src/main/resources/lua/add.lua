-- ARGV: now, settled, then the values of each job.
local now, settled = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', key('seen'), '-inf', settled)
-- Redis searches a hash of short values from end to end; what is long makes it a table.
redis.call('HSETNX', key('heads'), '', string.rep(' ', 65))

local served, turns = {}, {}

-- The number behind the last of the organisation, but none that is over.
local function next_turn(line, organisation)
  local last = turns[line]
  if not last then
    last = {}
    turns[line] = last
    served[line] = tonumber(redis.call('GET', key('served:' .. line)) or '0')
  end
  local turn = last[organisation] or tonumber(redis.call('HGET', key('turns:' .. line), organisation) or '0')
  last[organisation] = math.max(served[line], turn) + 1
  return last[organisation]
end

local ids = {}
for first = 3, #ARGV, VALUES do
  ids[#ids + 1] = ARGV[first]
end
local seen, there = each('ZMSCORE', 'seen', ids), each('HMGET', 'heads', ids)
local added = {}
for i, id in ipairs(ids) do
  local first = 3 + (i - 1) * VALUES
  local position = ARGV[first + ARG_POSITION]
  local late = tonumber(position) > settled
  if late then
    gather('ZADD', 'seen', position, id)
  end
  if not added[id] and not there[i] and not (late and seen[i]) then
    added[id] = true
    put(first, next_turn(ARGV[first + ARG_TYPE] .. ':' .. ARGV[first + ARG_PRIORITY], ARGV[first + ARG_ORGANISATION]), now)
  end
end
write_gathered()

for line, organisations in pairs(turns) do
  for organisation, turn in pairs(organisations) do
    gather('HSET', 'turns:' .. line, organisation, turn)
  end
end
write_gathered()
return 1
