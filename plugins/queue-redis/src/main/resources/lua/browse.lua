-- ARGV: the state, how many at most, the rule or nothing for all.
local state, most, rule = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local function some(count)
  if state == 'pending' then
    return redis.call('SRANDMEMBER', key('pending'), count)
  end
  return redis.call('ZRANGE', key(state), 0, count - 1)
end

local function all()
  if state == 'pending' then
    return redis.call('SMEMBERS', key('pending'))
  end
  return redis.call('ZRANGE', key(state), 0, -1)
end

local jobs = {}
if rule ~= '' then
  for _, id in ipairs(all()) do
    if #jobs == most then
      break
    end
    if redis.call('HGET', job_key(id), 'rule') == rule then
      jobs[#jobs + 1] = values(id)
    end
  end
elseif most > 0 then
  for i, id in ipairs(some(most)) do
    jobs[i] = values(id)
  end
end
return jobs
