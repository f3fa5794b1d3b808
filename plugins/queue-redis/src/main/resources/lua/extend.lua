-- ARGV: until when, then id and token of each claim. Gives the ids of those that are others' by now.
local till, ids = ARGV[1], {}
for i = 2, #ARGV, 2 do
  ids[#ids + 1] = ARGV[i]
end
local lost, held, heads = {}, {}, {}
for i, head in ipairs(heads_of(ids)) do
  if head and head[TOKEN] == tonumber(ARGV[2 * i + 1]) then
    held[#held + 1], heads[#heads + 1] = ids[i], head
    gather('ZADD', 'running', till, ids[i])
  else
    lost[#lost + 1] = ids[i]
  end
end
take_out(held, heads)
write_gathered()
return lost
