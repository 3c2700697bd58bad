-- SPDX-License-Identifier: Apache-2.0
-- Before each of the server's scripts. Keys of another type are as good as none.
local function get(key)
    local value = redis.pcall('GET', key)
    return type(value) == 'string' and value or nil
end
local function now() -- ms
    local time = redis.call('TIME')
    return time[1] * 1000 + math.floor(time[2] / 1000)
end
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local version = tonumber(get('rolewright:version') or '')
