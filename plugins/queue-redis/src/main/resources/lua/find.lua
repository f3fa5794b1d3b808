-- ARGV: the id. Gives the job as it is shown; nothing when there is no such one.
local head = heads_of({ARGV[1]})[1]
return head and shown(ARGV[1], head) or {}
