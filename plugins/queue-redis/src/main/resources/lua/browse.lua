-- ARGV: the state, how many at most, the rule or nothing for all.
local state, most, rule = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local names = {state}
if state == 'pending' then
  names = {'behind'}
  for _, type in ipairs(redis.call('SMEMBERS', key('types'))) do
    names[#names + 1] = 'ready:' .. type
  end
end

local jobs = {}

-- Adds those of the rule; returns whether there may be more.
local function add(ids)
  for i, head in ipairs(heads_of(ids)) do
    if #jobs == most then
      return false
    end
    if rule == '' or head[RULE] == rule then
      jobs[#jobs + 1] = shown(ids[i], head)
    end
  end
  return #jobs < most
end

for _, name in ipairs(names) do
  local from, count = 0, rule == '' and most or CHUNK
  local more = most > 0
  while more do
    local ids = redis.call('ZRANGE', key(name), from, from + count - 1)
    more = add(ids) and #ids == count
    from = from + count
  end
end
return jobs
