-- What all scripts begin with. KEYS[1] is what every key begins with; all keys of a queue are in one slot.
--   jobs          hash: each job by its id, as its server wrote it, which no script reads
--   heads         hash: by id, packed, what scripts must know of a job and what of it changes
--   ready:<type>  sorted set of ids that may be claimed, by priority and turn
--   types         set of the types that ever were ready
--   behind        sorted set of ids that wait for others of their lane, as they will be ready
--   delayed       sorted set of ids by the time before which they may not be claimed
--   running       sorted set of ids by the time at which their claims end
--   lane:<lane>   sorted set of ids by position
--   turns:<line>  hash: the last turn of each organisation; a line is a type and a priority
--   served:<line> the last turn that was claimed
--   tokens        how many claims there were
--   seen          sorted set of ids by position that were added behind what is settled
local prefix = KEYS[1]
local TURNS = 8589934592

-- What stands in a head.
local TOKEN, ATTEMPT, TURN, PRIORITY, TYPE, RULE, LANE, WORKER = 1, 2, 3, 4, 5, 6, 7, 8
-- Where some of the values of a job stand among the arguments, and how many there are.
local ARG_TYPE, ARG_ORGANISATION, ARG_PRIORITY, ARG_POSITION, VALUES = 1, 3, 4, 6, 10

local function key(name)
  return prefix .. name
end

-- Lua hands over some thousands of values at once.
local CHUNK = 4000

-- Gives a command any number of values, which may be pairs; returns the sum of its answers.
local function many(command, name, values)
  local sum = 0
  for from = 1, #values, CHUNK do
    sum = sum + redis.call(command, key(name), unpack(values, from, math.min(#values, from + CHUNK - 1)))
  end
  return sum
end

-- What a command answers for each of some ids.
local function each(command, name, ids)
  if #ids <= CHUNK then
    return #ids == 0 and {} or redis.call(command, key(name), unpack(ids))
  end
  local answers = {}
  for from = 1, #ids, CHUNK do
    for _, answer in ipairs(redis.call(command, key(name), unpack(ids, from, math.min(#ids, from + CHUNK - 1)))) do
      answers[#answers + 1] = answer
    end
  end
  return answers
end

-- The heads of jobs, false of those that are not there.
local function heads_of(ids)
  local heads = each('HMGET', 'heads', ids)
  for i, head in ipairs(heads) do
    heads[i] = head and cmsgpack.unpack(head)
  end
  return heads
end

-- What is to be written, gathered so that a command is given all jobs at once.
local gathered = {ZADD = {}, HSET = {}}

local function gather(command, name, first, second)
  local values = gathered[command][name]
  if not values then
    values = {}
    gathered[command][name] = values
  end
  values[#values + 1] = first
  values[#values + 1] = second
end

local function write_gathered()
  for command, names in pairs(gathered) do
    for name, values in pairs(names) do
      many(command, name, values)
      names[name] = nil
    end
  end
end

local function keep_head(id, head)
  gather('HSET', 'heads', id, cmsgpack.pack(head))
end

local function first_of_lane(id, lane)
  return lane == '' or redis.call('ZRANGE', key('lane:' .. lane), 0, 0)[1] == id
end

local types = {}

-- Lets a job be claimed unless another of its lane comes first.
local function offer(id, head)
  local name, type = 'behind', head[TYPE]
  if first_of_lane(id, head[LANE]) then
    name = 'ready:' .. type
    if not types[type] then
      types[type] = true
      redis.call('SADD', key('types'), type)
    end
  end
  gather('ZADD', name, head[PRIORITY] * TURNS + head[TURN], id)
end

-- Has a job wait for its time, or for a worker.
local function wait(id, head, run_at, now)
  if tonumber(run_at) > now then
    gather('ZADD', 'delayed', run_at, id)
  else
    offer(id, head)
  end
end

-- Adds the job whose values begin with an argument.
local function put(first, turn, now)
  local id, type, rule, _, priority, lane, position, run_at, attempt, job = unpack(ARGV, first, first + VALUES - 1)
  local head = {0, tonumber(attempt), turn, tonumber(priority), type, rule, lane, ''}
  gather('HSET', 'jobs', id, job)
  keep_head(id, head)
  if lane ~= '' then
    redis.call('ZADD', key('lane:' .. lane), position, id)
  end
  wait(id, head, run_at, now)
end

-- Takes claimed jobs out of where they stand; a claim that has ended may have been followed by none.
local function take_out(ids, heads)
  if many('ZREM', 'running', ids) < #ids then
    many('ZREM', 'delayed', ids)
    many('ZREM', 'behind', ids)
    for i, id in ipairs(ids) do
      redis.call('ZREM', key('ready:' .. heads[i][TYPE]), id)
    end
  end
end

-- A job as operators see it: its state, its worker and tries, until when it is so, and what its server wrote.
local function shown(id, head)
  local state, till = 'running', redis.call('ZSCORE', key('running'), id)
  if not till then
    state, till = 'delayed', redis.call('ZSCORE', key('delayed'), id)
  end
  if not till then
    state, till = 'pending', 0
  end
  return {state, head[WORKER], head[ATTEMPT], string.format('%.0f', till), redis.call('HGET', key('jobs'), id)}
end
