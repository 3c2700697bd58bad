-- ARGV: the epoch; the version that the database had after one knew the epoch; until when the lease is, in ms of this
-- Redis, however late this arrives; '1' where one has just removed all entries.
-- 'kept', 'behind' where there is a newer version, 'lost' where something was forgotten.
local mine = tonumber(ARGV[2])
if get('rolewright:epoch') ~= ARGV[1] then
    return {'lost', now()}
end
if not version and ARGV[4] == '1' then
    version = mine
    redis.call('SET', 'rolewright:version', ARGV[2])
end
if not version or version < mine then
    return {'lost', now()}
end
if version > mine then
    return {'behind', now()}
end
if tonumber(ARGV[3]) > now() then
    redis.call('SET', 'rolewright:lease', run, 'PXAT', ARGV[3])
end
return {'kept', now()}
