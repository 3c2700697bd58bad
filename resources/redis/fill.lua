-- Refused where the entry is of another version than this Redis is.
-- ARGV: the user; the version that the entry is of; the entry; until when it is good, in ms of this Redis.
if version ~= tonumber(ARGV[2]) then
    return {'refused', now()}
end
redis.call('SET', 'rolewright:perms:' .. ARGV[1], ARGV[3], 'PXAT', ARGV[4])
return {'filled', now()}
