-- ARGV: the state, how many at most.
local state, most = ARGV[1], tonumber(ARGV[2])
local ids = {}
if most > 0 then
  if state == 'pending' then
    ids = redis.call('SRANDMEMBER', key('pending'), most)
  else
    ids = redis.call('ZRANGE', key(state), 0, most - 1)
  end
end
local jobs = {}
for i, id in ipairs(ids) do
  jobs[i] = values(id)
end
return jobs
