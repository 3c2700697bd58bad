-- ARGV: the version that this Redis was told last; the new one; the users whose entries are not what they were.
-- 'told', or 'lost' where it was told of another version since: an entry of that may be neither.
for i = 3, #ARGV do
    redis.call('DEL', 'rolewright:perms:' .. ARGV[i])
end
local told = version and (version == tonumber(ARGV[1]) or version >= tonumber(ARGV[2]))
if not version or version < tonumber(ARGV[2]) then
    redis.call('SET', 'rolewright:version', ARGV[2])
end
redis.call('PUBLISH', 'rolewright:changed', ARGV[2])
return {told and 'told' or 'lost', now()}
