-- ARGV: the id. Gives the state and the values; nothing when there is no such job.
local id = ARGV[1]
if redis.call('EXISTS', job_key(id)) == 0 then
  return {}
end
local state = 'PENDING'
if redis.call('ZSCORE', key('running'), id) then
  state = 'RUNNING'
elseif redis.call('ZSCORE', key('delayed'), id) then
  state = 'DELAYED'
end
return {state, values(id)}
