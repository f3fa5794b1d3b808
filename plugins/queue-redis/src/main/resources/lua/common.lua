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

-- Where some stand in what values gives.
local TOKEN, PRIORITY, RUN_AT, ATTEMPT, TURN = 1, 9, 12, 13, 3

local function key(name)
  return prefix .. name
end

local function job_key(id)
  return prefix .. 'job:' .. id
end

-- Gives a command a key and any number of values, which may be pairs; Lua hands over some thousands at once.
local function many(command, name, values)
  for from = 1, #values, 4000 do
    redis.call(command, name, unpack(values, from, math.min(#values, from + 3999)))
  end
end

local function ready(id, type, priority, turn)
  redis.call('ZADD', key('ready:' .. type), string.format('%.0f', priority * TURNS + turn), id)
end

local function first_of_lane(id, lane)
  return lane == '' or redis.call('ZRANGE', key('lane:' .. lane), 0, 0)[1] == id
end

-- Lets a pending job be claimed unless another of its lane comes first.
local function offer(id)
  local job = redis.call('HMGET', job_key(id), 'type', 'priority', 'turn', 'lane')
  if first_of_lane(id, job[4]) then
    ready(id, job[1], job[2], job[3])
  end
end

-- Has a job wait; gives whether its time has come.
local function wait(id, run_at, now)
  if tonumber(run_at) > tonumber(now) then
    redis.call('ZADD', key('delayed'), run_at, id)
    return false
  end
  redis.call('SADD', key('pending'), id)
  return true
end

-- Adds a job whose values begin behind an argument.
local function put(first, turn, now)
  local id, type, priority, lane = ARGV[first + 1], ARGV[first + 2], ARGV[first + 6], ARGV[first + 7]
  local values = {}
  for i, field in ipairs(FIELDS) do
    values[2 * i - 1] = field
    values[2 * i] = ARGV[first + i]
  end
  redis.call('HSET', job_key(id), 'turn', turn, 'token', '0', 'worker', '', unpack(values))
  if lane ~= '' then
    redis.call('ZADD', key('lane:' .. lane), ARGV[first + 8], id)
  end
  if wait(id, ARGV[first + 9], now) and first_of_lane(id, lane) then
    ready(id, type, priority, turn)
  end
end

-- Takes jobs out of every set of those that wait or run; a claim that has ended may have been followed by none.
local function take_out(ids, types)
  many('ZREM', key('running'), ids)
  many('ZREM', key('delayed'), ids)
  many('SREM', key('pending'), ids)
  for type, of_type in pairs(types) do
    many('ZREM', key('ready:' .. type), of_type)
  end
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

-- The token, worker, turn and values of a job, as an answer.
local function values(id)
  return redis.call('HMGET', job_key(id), 'token', 'worker', 'turn', unpack(FIELDS))
end
