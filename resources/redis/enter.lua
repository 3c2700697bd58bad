-- ARGV: an epoch that is over, or ''; a new one, or ''.
-- The epoch since when this Redis has forgotten nothing: '' where there is none. Then whoever asks removes all
-- entries, and gives a new one. An epoch begins with the id of the running process, so none outlives a restart, after
-- which there may be older data.
local epoch = get('rolewright:epoch')
if epoch and epoch ~= ARGV[1] and string.sub(epoch, 1, #run) == run then
    return {epoch, now()}
end
redis.call('DEL', 'rolewright:lease', 'rolewright:version', 'rolewright:epoch')
if ARGV[2] == '' then
    return {'', now()}
end
redis.call('SET', 'rolewright:epoch', run .. ':' .. ARGV[2])
return {run .. ':' .. ARGV[2], now()}
