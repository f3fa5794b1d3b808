-- ARGV: now, settled, then the values of each job.
local now, settled = ARGV[1], tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', key('seen'), '-inf', settled)

local served, turns = {}, {}

-- The number behind the last of the organisation, but none that is over.
local function next_turn(line, organisation)
  if not turns[line] then
    turns[line] = {}
    served[line] = tonumber(redis.call('GET', key('served:' .. line)) or '0')
  end
  local last = turns[line][organisation]
    or tonumber(redis.call('HGET', key('turns:' .. line), organisation) or '0')
  turns[line][organisation] = math.max(served[line], last) + 1
  return string.format('%.0f', turns[line][organisation])
end

for first = 2, #ARGV - 1, #FIELDS do
  local id, position = ARGV[first + 1], ARGV[first + 8]
  local new = tonumber(position) <= settled or redis.call('ZADD', key('seen'), 'NX', position, id) == 1
  if new and redis.call('EXISTS', job_key(id)) == 0 then
    put(first, next_turn(ARGV[first + 2] .. ':' .. ARGV[first + 6], ARGV[first + 5]), now)
  end
end

for line, organisations in pairs(turns) do
  for organisation, turn in pairs(organisations) do
    redis.call('HSET', key('turns:' .. line), organisation, string.format('%.0f', turn))
  end
end
return 1
