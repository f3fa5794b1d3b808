-- What all scripts begin with. KEYS[1] is what every key begins with; all keys of a queue are in one slot.
--   job:<id>      hash: the job, with state, worker, token and turn
--   ready:<type>  sorted set of ids that may be claimed, by priority and turn
--   pending       set of ids that nobody has, also those that wait for others of their lane
--   delayed       sorted set of ids by the time before which they may not be claimed
--   running       sorted set of ids by the time at which their claims end
--   lane:<lane>   sorted set of ids by position
--   turns:<line>  hash: the last turn of each organisation; a line is a type and a priority
--   served:<line> the last turn that was claimed
--   seen          sorted set of ids by position that were added behind what is settled
local prefix = KEYS[1]
local TURNS = 8589934592
local FIELDS = {'id', 'type', 'rule', 'action', 'organisation', 'priority', 'lane', 'position', 'run_at', 'attempt',
  'history', 'event'}

local function key(name)
  return prefix .. name
end

local function job_key(id)
  return prefix .. 'job:' .. id
end

-- Lets a pending job be claimed unless another of its lane comes first.
local function offer(id)
  local job = redis.call('HMGET', job_key(id), 'type', 'priority', 'turn', 'lane')
  if job[4] ~= '' and redis.call('ZRANGE', key('lane:' .. job[4]), 0, 0)[1] ~= id then
    return
  end
  redis.call('ZADD', key('ready:' .. job[1]), string.format('%.0f', job[2] * TURNS + job[3]), id)
end

local function wait(id, run_at, now)
  if tonumber(run_at) > tonumber(now) then
    redis.call('ZADD', key('delayed'), run_at, id)
  else
    redis.call('SADD', key('pending'), id)
    offer(id)
  end
end

-- Adds a job whose values begin behind an argument.
local function put(first, turn, now)
  local id = ARGV[first + 1]
  local values = {}
  for i, field in ipairs(FIELDS) do
    values[#values + 1] = field
    values[#values + 1] = ARGV[first + i]
  end
  redis.call('HSET', job_key(id), 'turn', turn, 'token', '0', 'worker', '', unpack(values))
  if ARGV[first + 7] ~= '' then
    redis.call('ZADD', key('lane:' .. ARGV[first + 7]), ARGV[first + 8], id)
  end
  wait(id, ARGV[first + 9], now)
end

-- Takes a job out of every set of those that wait or run.
local function take_out(id, type)
  redis.call('ZREM', key('running'), id)
  redis.call('ZREM', key('delayed'), id)
  redis.call('SREM', key('pending'), id)
  redis.call('ZREM', key('ready:' .. type), id)
end

local function leave_lane(id, lane)
  if lane ~= '' then
    redis.call('ZREM', key('lane:' .. lane), id)
    local first = redis.call('ZRANGE', key('lane:' .. lane), 0, 0)[1]
    if first and redis.call('SISMEMBER', key('pending'), first) == 1 then
      offer(first)
    end
  end
end

-- The values of a job, its token and its worker, as an answer.
local function values(id)
  return redis.call('HMGET', job_key(id), 'token', 'worker', unpack(FIELDS))
end
